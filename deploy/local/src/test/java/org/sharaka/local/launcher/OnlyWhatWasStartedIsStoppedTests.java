package org.sharaka.local.launcher;

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

class OnlyWhatWasStartedIsStoppedTests {

	@TempDir
	private Path directory;

	@AutoClose
	private Launching launching;

	@BeforeEach
	void launcher() {
		this.launching = new Launching(this.directory, Duration.ofSeconds(30));
	}

	@Test
	void aProcessThatGotTheNumberOfOneOfOursIsLeftAlone() throws Exception {
		Process stranger = new ProcessBuilder("sleep", "60").start();
		try {
			Running recycled = new Running("kafka", stranger.pid(), Instant.now().minusSeconds(3600), this.directory);
			this.launching.stop(List.of(recycled));
			assertThat(stranger.isAlive()).isTrue();
		}
		finally {
			stranger.destroy();
		}
	}

	@Test
	void whatWasStartedIsFoundAgainAndStopped() throws Exception {
		this.launching.start(Launching.program("one", "exec sleep 60", Launching.READY));

		RunFile.Suite suite = this.launching.runFile.read().orElseThrow();
		assertThat(suite.alive()).hasSize(1);
		this.launching.stop(suite.processes());
		assertThat(suite.alive()).isEmpty();
	}

	@Test
	void ctrlCDoesNotReachTheProcesses() throws Exception {
		Path alive = this.directory.resolve("alive");
		this.launching.start(Launching.program("one", "kill -INT $$; touch " + alive + "; exec sleep 60",
				() -> Files.exists(alive) ? "" : "not yet"));
		assertThat(this.launching.ended("one")).isFalse();
	}

	@Test
	void anUnreadableRunFileIsAsGoodAsNone() throws IOException {
		Files.writeString(this.directory.resolve("running.json"), "{");
		assertThat(this.launching.runFile.read()).isEmpty();
	}

}
