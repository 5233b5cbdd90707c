package org.sharaka.local.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

import org.jspecify.annotations.Nullable;

import org.sharaka.local.mongodb.Databases;

/**
 * What {@code --fresh} does: everything under the data directory goes, and on a MongoDB
 * of this machine that someone else runs, the suite's three databases.
 */
final class EmptyData {

	private final Settings settings;

	private final Console console;

	EmptyData(Settings settings, Console console) {
		this.settings = settings;
		this.console = console;
	}

	void make() throws IOException, CannotStart {
		if (this.settings.brokers().isPresent()) {
			throw new CannotStart("--fresh cannot empty the Kafka that KAFKA_BROKERS names: unset KAFKA_BROKERS, or "
					+ "leave --fresh out.");
		}
		if (this.settings.mongodb().isPresent()) {
			drop(new Databases(this.settings.mongodb().get()));
		}
		delete(this.settings.data());
		this.console.say("Starting from empty data.");
	}

	private void drop(Databases databases) throws IOException, CannotStart {
		for (String host : databases.hosts()) {
			if (!InetAddress.getByName(host.replaceFirst(":\\d+$", "")).isLoopbackAddress()) {
				throw new CannotStart(
						"--fresh empties databases on this machine only, and MONGODB_URI names %s.".formatted(host));
			}
		}
		databases.drop();
		this.console.say("Dropped the databases %s on %s.", String.join(", ", Databases.NAMES),
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
