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
 * What a run must not leave behind: its processes and databases, and its folder. It goes
 * when this program ends, by Ctrl-C too. Thread-safe.
 */
public final class RunCleanup {

	private final Deque<AutoCloseable> parts = new ConcurrentLinkedDeque<>();

	private final Path folder;

	private volatile boolean ending;

	private RunCleanup(Path folder) {
		this.folder = folder;
	}

	/** With a new folder for temporary files. */
	public static RunCleanup create() throws IOException {
		RunCleanup leftovers = new RunCleanup(Files.createTempDirectory("sharaka-benchmark-"));
		Runtime.getRuntime().addShutdownHook(new Thread(leftovers::end, "end"));
		return leftovers;
	}

	public Path folder() {
		return this.folder;
	}

	/** Adds something to be closed; what is added last is closed first. */
	public <T extends AutoCloseable> T add(T part) {
		this.parts.push(part);
		return part;
	}

	/** Closes what was added so far. */
	public void close() {
		for (AutoCloseable part = this.parts.poll(); part != null; part = this.parts.poll()) {
			try {
				part.close();
			}
			catch (Exception ex) {
				System.err.println("Something that was started could not be ended: " + ex);
			}
		}
	}

	/** Whether this program is ending, so that it is no news when something fails. */
	public boolean ending() {
		return this.ending;
	}

	private void end() {
		this.ending = true;
		close();
		try (Stream<Path> files = Files.walk(this.folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException | UncheckedIOException ex) {
			System.err.println(this.folder + " could not be deleted: " + ex);
		}
	}

}
