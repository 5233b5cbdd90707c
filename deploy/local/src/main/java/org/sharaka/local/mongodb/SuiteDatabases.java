package org.sharaka.local.mongodb;

import java.util.List;
import java.util.concurrent.TimeUnit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

/** The suite's databases on an existing server. */
public final class SuiteDatabases {

	public static final List<String> NAMES = List.of("registry", "meeting", "notification");

	private static final int SERVER_SELECTION_TIMEOUT_SECONDS = 5;

	private final ConnectionString server;

	public SuiteDatabases(String uri) {
		this.server = new ConnectionString(uri);
	}

	public List<String> hosts() {
		return this.server.getHosts();
	}

	/**
	 * Checks that the server answers.
	 * @throws com.mongodb.MongoException if it does not answer within five seconds
	 */
	public void ping() {
		try (MongoClient client = client()) {
			client.getDatabase("admin").runCommand(new org.bson.Document("ping", 1));
		}
	}

	/** Drops the databases of the three services. */
	public void drop() {
		try (MongoClient client = client()) {
			NAMES.forEach(name -> client.getDatabase(name).drop());
		}
	}

	private MongoClient client() {
		return MongoClients.create(MongoClientSettings.builder()
			.applyConnectionString(this.server)
			.applyToClusterSettings(
					cluster -> cluster.serverSelectionTimeout(SERVER_SELECTION_TIMEOUT_SECONDS, TimeUnit.SECONDS))
			.build());
	}

}
