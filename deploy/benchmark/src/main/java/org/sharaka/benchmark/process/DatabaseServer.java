package org.sharaka.benchmark.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

import org.sharaka.benchmark.run.TimeLimit;
import org.sharaka.local.mongodb.EmbeddedMongo;

/**
 * The database server that is measured, and in it databases with names that only this run
 * uses.
 */
public final class DatabaseServer implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final String EMBEDDED = "embedded";

	private final String name;

	private final String uri;

	private final String prefix = "benchmark_" + Long.toString(System.currentTimeMillis(), 36) + "_";

	private final MongoClient client;

	private DatabaseServer(String name, String uri) {
		this.name = name;
		this.uri = uri;
		this.client = MongoClients.create(MongoClientSettings.builder()
			.applyConnectionString(new ConnectionString(uri))
			.writeConcern(WriteConcern.MAJORITY)
			.build());
	}

	/** The server that the suite starts where no MongoDB is named. */
	public static DatabaseServer embedded(ChildProcesses children, Path data, TimeLimit limit) throws Exception {
		int port = ChildProcesses.freePort();
		Path directory = Files.createDirectories(data.resolve("mongodb"));
		ChildProcess child = children.start("mongodb", JvmCommand.mainClass("mongodb", EmbeddedMongo.class.getName(),
				Integer.toString(port), directory.toString()), Map.of());
		DatabaseServer database = new DatabaseServer(EMBEDDED, "mongodb://127.0.0.1:" + port);
		limit.await("the embedded database", PATIENCE, Duration.ofMillis(200), () -> {
			child.requireAlive();
			return database.answers();
		});
		return database;
	}

	/** A server that someone else runs. */
	public static DatabaseServer given(String uri, TimeLimit limit) throws Exception {
		DatabaseServer database = new DatabaseServer("MONGODB_URI", uri);
		limit.await("the server that MONGODB_URI names", PATIENCE, Duration.ofMillis(200), database::answers);
		return database;
	}

	private boolean answers() {
		try {
			this.client.getDatabase("admin").runCommand(new Document("ping", 1));
			return true;
		}
		catch (MongoException ex) {
			return false;
		}
	}

	/** For titles. */
	public String name() {
		return this.name;
	}

	public String uri() {
		return this.uri;
	}

	/** What it says of itself, and where it is; never who may use it. */
	public String described() {
		String version = this.client.getDatabase("admin")
			.runCommand(new Document("buildInfo", 1))
			.get("version", "of an unknown version");
		String kind = isEmbedded() ? "the embedded server (mongo-java-server on an H2 file)"
				: "the server at " + String.join(",", hosts());
		return kind + ", which answers as MongoDB " + version;
	}

	private List<String> hosts() {
		return new ConnectionString(this.uri).getHosts();
	}

	/** What must be known to read the figures of processor time. */
	public String cpuNote() {
		return isEmbedded() ? "the database is one of this run's processes"
				: "a database on this machine counts as anything else";
	}

	/** The full name of a database of this run. */
	public String named(String suffix) {
		return this.prefix + suffix;
	}

	/** A database of this run; writes are acknowledged as the services' own are. */
	public MongoDatabase open(String suffix) {
		return this.client.getDatabase(named(suffix));
	}

	/**
	 * Drops what this run made; of the embedded server all of it is in the run's own
	 * folder.
	 */
	@Override
	public void close() {
		try (this.client) {
			if (!isEmbedded()) {
				List.of("registry", "meeting", "notification", "alone").forEach(suffix -> open(suffix).drop());
			}
		}
	}

	private boolean isEmbedded() {
		return this.name.equals(EMBEDDED);
	}

}
