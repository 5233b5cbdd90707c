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
 * The database server of a measurement. The databases on it have names that only this run
 * uses.
 */
public final class DatabaseServer implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

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

	/** Starts the embedded server, which the suite uses if MONGODB_URI is not set. */
	public static DatabaseServer embedded(ChildProcesses children, Path data, TimeLimit limit) throws Exception {
		int port = ChildProcesses.freePort();
		Path directory = Files.createDirectories(data.resolve("mongodb"));
		ChildProcess child = children.start("mongodb", JvmCommand.mainClass("mongodb", EmbeddedMongo.class.getName(),
				Integer.toString(port), directory.toString()), Map.of());
		DatabaseServer database = new DatabaseServer(EMBEDDED, "mongodb://127.0.0.1:" + port);
		limit.await("the embedded database", TIMEOUT, Duration.ofMillis(200), () -> {
			child.requireAlive();
			return database.answers();
		});
		return database;
	}

	/** Connects to an existing server. */
	public static DatabaseServer given(String uri, TimeLimit limit) throws Exception {
		DatabaseServer database = new DatabaseServer("MONGODB_URI", uri);
		limit.await("the server that MONGODB_URI names", TIMEOUT, Duration.ofMillis(200), database::answers);
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

	/** Returns the name for section titles. */
	public String name() {
		return this.name;
	}

	public String uri() {
		return this.uri;
	}

	/** Describes the server and its address, without credentials. */
	public String describe() {
		String version = this.client.getDatabase("admin")
			.runCommand(new Document("buildInfo", 1))
			.get("version", "unknown");
		String kind = isEmbedded() ? "embedded server (mongo-java-server on an H2 file)"
				: "server at " + String.join(",", hosts());
		return kind + ", reports MongoDB " + version;
	}

	private List<String> hosts() {
		return new ConnectionString(this.uri).getHosts();
	}

	/** Returns a note on how the figures of processor time are to be read. */
	public String cpuNote() {
		return isEmbedded() ? "the database is one of the processes of this run"
				: "a database on this machine counts as another program";
	}

	/** Returns the full name of a database of this run. */
	public String named(String suffix) {
		return this.prefix + suffix;
	}

	/** Opens a database of this run, with the write concern that the services use. */
	public MongoDatabase open(String suffix) {
		return this.client.getDatabase(named(suffix));
	}

	/**
	 * Drops the databases of this run. The embedded server keeps its data in the
	 * temporary directory, which is deleted as a whole.
	 */
	@Override
	public void close() {
		try (this.client) {
			if (!isEmbedded()) {
				List.of("registry", "meeting", "notification", "baseline").forEach(suffix -> open(suffix).drop());
			}
		}
	}

	private boolean isEmbedded() {
		return this.name.equals(EMBEDDED);
	}

}
