package org.sharaka.local.mongodb;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;

/**
 * Answers {@code hello} too, which health checks send and the backend does not know: it
 * is what {@code isMaster} has been called since MongoDB 5.0.
 */
final class GreetingBackend extends H2Backend {

	GreetingBackend(MVStore store) {
		super(store);
	}

	@Override
	public Document handleCommand(Channel channel, String database, String command, Document query) {
		if (!command.equalsIgnoreCase("hello")) {
			return super.handleCommand(channel, database, command, query);
		}
		Document answer = super.handleCommand(channel, database, "isMaster", query);
		answer.put("isWritablePrimary", answer.get("ismaster"));
		return answer;
	}

}
