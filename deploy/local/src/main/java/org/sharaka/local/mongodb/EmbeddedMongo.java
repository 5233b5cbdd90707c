package org.sharaka.local.mongodb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import de.bwaldvogel.mongo.MongoServer;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that speaks MongoDB's protocol and keeps its data in one file, for trying the
 * suite out on a machine without MongoDB. It has no transactions, no TTL indexes and no
 * replica set, and it may lose the writes of the last second if it is killed.
 */
public final class EmbeddedMongo {

	private static final Logger log = LoggerFactory.getLogger(EmbeddedMongo.class);

	private static final int CACHE_MEGABYTES = 32;

	private EmbeddedMongo() {
	}

	/**
	 * Runs the server on the loopback address until the process is stopped.
	 * @param args the port and the data directory
	 */
	public static void main(String[] args) throws IOException {
		int port = Integer.parseInt(args[0]);
		Path directory = Files.createDirectories(Path.of(args[1]));
		MVStore store = new MVStore.Builder().fileName(directory.resolve("mongodb.mv").toString())
			.cacheSize(CACHE_MEGABYTES)
			.open();
		MongoServer server = new MongoServer(new HelloBackend(store));
		server.bind("127.0.0.1", port);
		Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "shutdown"));
		log.info("Serving {} on port {}", directory, port);
	}

}
