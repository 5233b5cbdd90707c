package org.sharaka.local.mongodb;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;

/**
 * A backend that also answers the command {@code hello}, which health checks send and
 * which the library does not know. Since MongoDB 5.0, {@code hello} replaces
 * {@code isMaster}.
 */
final class HelloBackend extends H2Backend {

	HelloBackend(MVStore store) {
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
