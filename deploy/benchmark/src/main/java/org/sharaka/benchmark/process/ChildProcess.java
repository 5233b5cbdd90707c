package org.sharaka.benchmark.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.sharaka.local.console.LogTail;

/** A process that this run has started. It is stopped only through its own handle. */
public final class ChildProcess implements AutoCloseable {

	private static final int STOP_TIMEOUT_SECONDS = 30;

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

	/** Returns the processor time that the process has used. */
	public Duration cpu() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	/** Returns the standard output, if that is not written to the log. */
	public InputStream output() {
		return this.process.getInputStream();
	}

	/**
	 * Checks that the process is running.
	 * @throws IOException if it has ended; the message has the last lines of its log
	 */
	public void requireAlive() throws IOException {
		if (!this.process.isAlive()) {
			throw new IOException(
					"%s ended with status %d; %s".formatted(this.name, this.process.exitValue(), LogTail.of(this.log)));
		}
	}

	/**
	 * Waits until the process has ended.
	 * @throws IOException if its status is not 0
	 */
	public void requireSuccess(Duration timeout) throws IOException, InterruptedException {
		if (!this.process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
			throw new IOException("%s did not end within %d s".formatted(this.name, timeout.toSeconds()));
		}
		if (this.process.exitValue() != 0) {
			requireAlive();
		}
	}

	/** Stops the process, and kills it if it does not end in time. */
	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

}
