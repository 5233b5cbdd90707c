package org.sharaka.local.launcher.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

import org.jspecify.annotations.Nullable;

import org.sharaka.local.console.Console;
import org.sharaka.local.launcher.process.StartupException;
import org.sharaka.local.mongodb.SuiteDatabases;

/**
 * Deletes all data ({@code --fresh}): everything under the data directory and, if
 * {@code MONGODB_URI} names a server on this machine, the suite's databases on it.
 * Databases on other machines are never dropped.
 */
public final class DataReset {

	private final SuiteSettings settings;

	private final Console console;

	public DataReset(SuiteSettings settings, Console console) {
		this.settings = settings;
		this.console = console;
	}

	public void reset() throws IOException, StartupException {
		if (this.settings.externalBrokers().isPresent()) {
			throw new StartupException(
					"--fresh cannot delete the topics of the Kafka cluster that KAFKA_BROKERS names: unset "
							+ "KAFKA_BROKERS, or leave out --fresh.");
		}
		if (this.settings.externalMongodb().isPresent()) {
			drop(new SuiteDatabases(this.settings.externalMongodb().get()));
		}
		delete(this.settings.data());
		this.console.print("Starting from empty data.");
	}

	private void drop(SuiteDatabases databases) throws IOException, StartupException {
		for (String host : databases.hosts()) {
			if (!InetAddress.getByName(host.replaceFirst(":\\d+$", "")).isLoopbackAddress()) {
				throw new StartupException(
						"--fresh deletes databases on this machine only, but MONGODB_URI names %s.".formatted(host));
			}
		}
		databases.drop();
		this.console.print("Dropped the databases %s on %s.", String.join(", ", SuiteDatabases.NAMES),
				String.join(", ", databases.hosts()));
	}

	private static void delete(Path directory) throws IOException {
		if (!Files.exists(directory)) {
			return;
		}
		Files.walkFileTree(directory, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.delete(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException ex) throws IOException {
				if (ex != null) {
					throw ex;
				}
				Files.delete(visited);
				return FileVisitResult.CONTINUE;
			}

		});
	}

}
