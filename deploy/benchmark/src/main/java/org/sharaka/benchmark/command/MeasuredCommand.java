package org.sharaka.benchmark.command;

import org.sharaka.benchmark.load.ConcurrentCallers.Outcome;
import org.sharaka.benchmark.load.ConcurrentCallers;
import org.sharaka.benchmark.load.PublishedEvents;
import org.sharaka.benchmark.process.ServiceProcess;

/**
 * A kind of command that is measured.
 *
 * @param title such as {@code POST /meetings}
 * @param topic the topic of its events, including the prefix
 * @param eventsEach the number of events per command
 * @param turns commands per caller and repetition
 * @param unit the write that the database makes for one command, in the plural
 */
record MeasuredCommand(String title, String topic, int eventsEach, int turns, ServiceProcess service,
		ConcurrentCallers.Call call, String unit, Baseline database) {

	/** Makes the same write on the database alone. */
	@FunctionalInterface
	interface Baseline {

		Outcome run(PublishedEvents events) throws Exception;

	}

}
