package org.sharaka.local.launcher.process;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that was started here. It is identified by its id and its start time, since
 * the operating system may give the id to another process later.
 */
public record StartedProcess(String name, long pid, Instant startedAt, Path log) {

	/** Start times are derived from the boot time, which varies slightly. */
	private static final Duration START_TIME_TOLERANCE = Duration.ofSeconds(2);

	public static StartedProcess of(String name, ProcessHandle process, Path log) {
		return new StartedProcess(name, process.pid(), process.info().startInstant().orElse(Instant.EPOCH), log);
	}

	/** Returns the process if it is still running. */
	public Optional<ProcessHandle> handle() {
		return ProcessHandle.of(this.pid)
			.filter(ProcessHandle::isAlive)
			.filter(process -> process.info()
				.startInstant()
				.map(start -> Duration.between(start, this.startedAt).abs().compareTo(START_TIME_TOLERANCE) <= 0)
				.orElse(false));
	}

}
