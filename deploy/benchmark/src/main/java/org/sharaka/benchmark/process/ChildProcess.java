package org.sharaka.benchmark.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.sharaka.local.console.LogTail;

/** A process that was started here; only by its own handle is it ended. */
public final class ChildProcess implements AutoCloseable {

	private static final int PATIENCE_SECONDS = 30;

	private final String name;

	private final Process process;

	private final Path log;

	public ChildProcess(String name, Process process, Path log) {
		this.name = name;
		this.process = process;
		this.log = log;
	}

	public String name() {
		return this.name;
	}

	/** Processor time that it has used. */
	public Duration cpu() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	/** What it prints, if that does not go to its log. */
	public InputStream output() {
		return this.process.getInputStream();
	}

	/** Throws if it has ended, with its last lines. */
	public void requireAlive() throws IOException {
		if (!this.process.isAlive()) {
			throw new IOException(
					"%s ended with status %d; %s".formatted(this.name, this.process.exitValue(), LogTail.of(this.log)));
		}
	}

	/** Waits for its end; other than 0 is an error. */
	public void requireSuccess(Duration patience) throws IOException, InterruptedException {
		if (!this.process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
			throw new IOException("%s did not end within %d s".formatted(this.name, patience.toSeconds()));
		}
		if (this.process.exitValue() != 0) {
			requireAlive();
		}
	}

	/** Asks it to end, and kills it if it does not. */
	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

}
