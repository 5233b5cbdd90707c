package org.sharaka.chassis.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;

/**
 * The embedded server of {@code deploy/up} and of tests, which uses an index only if the
 * index is unique and covers exactly the fields of the filter. What is created for its
 * sake only is created here, and nowhere but on that server.
 */
public final class EmbeddedServer {

	private EmbeddedServer() {
	}

	/**
	 * Creates a unique index over {@code _id} and these fields if the server is embedded.
	 * MongoDB finds such documents by {@code _id} alone.
	 */
	public static void createIndexWithId(MongoDatabase database, MongoCollection<?> collection, String... fields) {
		if (isEmbedded(database)) {
			collection.createIndex(Indexes.compoundIndex(Indexes.ascending("_id"), Indexes.ascending(fields)),
					new IndexOptions().unique(true));
		}
	}

	/** MongoDB and servers that aim to be like it say which build they are. */
	static boolean isEmbedded(MongoDatabase database) {
		return !database.runCommand(new Document("buildInfo", 1)).containsKey("gitVersion");
	}

}
