package org.sharaka.benchmark.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;

/**
 * Removes everything that a run has created: its processes, its databases and its
 * temporary directory. A shutdown hook runs it, also after Ctrl-C. Thread-safe.
 */
public final class RunCleanup {

	private final Deque<AutoCloseable> parts = new ConcurrentLinkedDeque<>();

	private final Path directory;

	private volatile boolean ending;

	private RunCleanup(Path directory) {
		this.directory = directory;
	}

	/** Creates a temporary directory and registers the shutdown hook. */
	public static RunCleanup create() throws IOException {
		RunCleanup cleanup = new RunCleanup(Files.createTempDirectory("sharaka-benchmark-"));
		Runtime.getRuntime().addShutdownHook(new Thread(cleanup::end, "end"));
		return cleanup;
	}

	public Path directory() {
		return this.directory;
	}

	/** Registers a resource. Resources are closed in reverse order. */
	public <T extends AutoCloseable> T add(T part) {
		this.parts.push(part);
		return part;
	}

	/** Closes the resources that are registered so far. */
	public void close() {
		for (AutoCloseable part = this.parts.poll(); part != null; part = this.parts.poll()) {
			try {
				part.close();
			}
			catch (Exception ex) {
				System.err.println("A resource could not be closed: " + ex);
			}
		}
	}

	/** Returns whether the program is ending, so that failures need not be reported. */
	public boolean ending() {
		return this.ending;
	}

	private void end() {
		this.ending = true;
		close();
		try (Stream<Path> files = Files.walk(this.directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException | UncheckedIOException ex) {
			System.err.println(this.directory + " could not be deleted: " + ex);
		}
	}

}
