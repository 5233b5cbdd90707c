package org.sharaka.local.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that was started here, so that it is found again, and no other process that
 * got its number since.
 */
record Running(String name, long pid, Instant startedAt, Path log) {

	/** Start times are computed from the system's boot time, which shifts a little. */
	private static final Duration TOLERANCE = Duration.ofSeconds(2);

	static Running of(String name, ProcessHandle process, Path log) {
		return new Running(name, process.pid(), process.info().startInstant().orElse(Instant.EPOCH), log);
	}

	/** The process, if it still runs. */
	Optional<ProcessHandle> handle() {
		return ProcessHandle.of(this.pid)
			.filter(ProcessHandle::isAlive)
			.filter(process -> process.info()
				.startInstant()
				.map(start -> Duration.between(start, this.startedAt).abs().compareTo(TOLERANCE) <= 0)
				.orElse(false));
	}

}
