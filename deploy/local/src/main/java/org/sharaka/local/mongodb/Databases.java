package org.sharaka.local.mongodb;

import java.util.List;
import java.util.concurrent.TimeUnit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

/** The suite's databases on a server that someone else runs. */
public final class Databases {

	public static final List<String> NAMES = List.of("registry", "meeting", "notification");

	private static final int PATIENCE_SECONDS = 5;

	private final ConnectionString server;

	public Databases(String uri) {
		this.server = new ConnectionString(uri);
	}

	public List<String> hosts() {
		return this.server.getHosts();
	}

	/** Throws MongoException when the server does not answer in five seconds. */
	public void ping() {
		try (MongoClient client = client()) {
			client.getDatabase("admin").runCommand(new org.bson.Document("ping", 1));
		}
	}

	/** Drops the three databases, and nothing else. */
	public void drop() {
		try (MongoClient client = client()) {
			NAMES.forEach(name -> client.getDatabase(name).drop());
		}
	}

	private MongoClient client() {
		return MongoClients.create(MongoClientSettings.builder()
			.applyConnectionString(this.server)
			.applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
			.build());
	}

}
