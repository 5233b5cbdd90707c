package org.sharaka.benchmark.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatIOException;

class ChildProcessesTest {

	@TempDir
	private Path logs;

	@Test
	void messageHasTheLastLinesOfAProcessThatFails() throws Exception {
		try (ChildProcesses children = new ChildProcesses(this.logs)) {
			ChildProcess child = children.start("kafka-format",
					List.of("/bin/sh", "-c", "echo 'no space left'; exit 7"), Map.of());
			assertThatIOException().isThrownBy(() -> child.requireSuccess(Duration.ofSeconds(30)))
				.withMessageContaining("kafka-format ended with status 7")
				.withMessageContaining("no space left");
		}
	}

	@Test
	void startsNoProcessAfterClosing() throws Exception {
		ChildProcesses children = new ChildProcesses(this.logs);
		ChildProcess child = children.start("sleeping", List.of("sleep", "60"), Map.of());
		children.close();
		assertThatIOException().isThrownBy(child::requireAlive).withMessageContaining("sleeping ended");
		assertThatIOException().isThrownBy(() -> children.start("late", List.of("sleep", "60"), Map.of()))
			.withMessageContaining("late");
	}

}
