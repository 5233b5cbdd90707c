package org.sharaka.benchmark.command;

import org.sharaka.benchmark.load.Clients;
import org.sharaka.benchmark.load.Clients.Outcome;
import org.sharaka.benchmark.load.Published;
import org.sharaka.benchmark.process.Service;

/**
 * A kind of command that is measured.
 *
 * @param title such as {@code POST /meetings}
 * @param topic where its events are, with the prefix
 * @param eventsEach how many events a command makes
 * @param turns of each caller and repetition
 * @param unit what the database does for one command, in the plural
 */
record Subject(String title, String topic, int eventsEach, int turns, Service service, Clients.Call call, String unit,
		Alone database) {

	/** The database alone with the same write. */
	@FunctionalInterface
	interface Alone {

		Outcome run(Published events) throws Exception;

	}

}
