package org.sharaka.local.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessStopperTest {

	@TempDir
	private Path directory;

	@AutoClose
	private ScriptedProcesses launching;

	@BeforeEach
	void launcher() {
		this.launching = new ScriptedProcesses(this.directory, Duration.ofSeconds(30));
	}

	@Test
	void leavesAProcessAloneThatReusesARecordedId() throws Exception {
		Process other = new ProcessBuilder("sleep", "60").start();
		try {
			StartedProcess recycled = new StartedProcess("kafka", other.pid(), Instant.now().minusSeconds(3600),
					this.directory);
			this.launching.stop(List.of(recycled));
			assertThat(other.isAlive()).isTrue();
		}
		finally {
			other.destroy();
		}
	}

	@Test
	void stopsTheProcessesOfTheRunFile() throws Exception {
		this.launching.start(ScriptedProcesses.program("one", "exec sleep 60", ScriptedProcesses.READY));

		RunFile.Content content = this.launching.runFile.read().orElseThrow();
		assertThat(content.running()).hasSize(1);
		this.launching.stop(content.processes());
		assertThat(content.running()).isEmpty();
	}

	@Test
	void startedProcessesIgnoreSigint() throws Exception {
		Path alive = this.directory.resolve("alive");
		this.launching.start(ScriptedProcesses.program("one", "kill -INT $$; touch " + alive + "; exec sleep 60",
				() -> Files.exists(alive) ? "" : "not yet"));
		assertThat(this.launching.ended("one")).isFalse();
	}

	@Test
	void treatsAnUnreadableRunFileAsMissing() throws IOException {
		Files.writeString(this.directory.resolve("running.json"), "{");
		assertThat(this.launching.runFile.read()).isEmpty();
	}

}
