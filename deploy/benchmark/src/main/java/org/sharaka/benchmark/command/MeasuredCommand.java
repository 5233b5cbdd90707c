package org.sharaka.benchmark.command;

import org.sharaka.benchmark.load.ConcurrentCallers.Outcome;
import org.sharaka.benchmark.load.ConcurrentCallers;
import org.sharaka.benchmark.load.PublishedEvents;
import org.sharaka.benchmark.process.ServiceProcess;

/**
 * A kind of command that is measured.
 *
 * @param title such as {@code POST /meetings}
 * @param topic where its events are, with the prefix
 * @param eventsEach how many events a command makes
 * @param turns of each caller and repetition
 * @param unit what the database does for one command, in the plural
 */
record MeasuredCommand(String title, String topic, int eventsEach, int turns, ServiceProcess service,
		ConcurrentCallers.Call call, String unit, Alone database) {

	/** The database alone with the same write. */
	@FunctionalInterface
	interface Alone {

		Outcome run(PublishedEvents events) throws Exception;

	}

}
