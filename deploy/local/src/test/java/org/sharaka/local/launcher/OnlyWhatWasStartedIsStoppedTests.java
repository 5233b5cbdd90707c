package org.sharaka.local.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OnlyWhatWasStartedIsStoppedTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ByteArrayOutputStream said = new ByteArrayOutputStream();

	private final Console console = new Console(new PrintStream(this.said, true, StandardCharsets.UTF_8));

	@TempDir
	private Path directory;

	@Test
	void aProcessThatGotTheNumberOfOneOfOursIsLeftAlone() throws Exception {
		Process stranger = new ProcessBuilder("sleep", "60").start();
		try {
			Running recycled = new Running("kafka", stranger.pid(), Instant.now().minusSeconds(3600), this.directory);
			new Stopping(this.console).stop(List.of(recycled));
			assertThat(stranger.isAlive()).isTrue();
		}
		finally {
			stranger.destroy();
		}
	}

	@Test
	void whatWasStartedIsFoundAgainAndStopped() throws Exception {
		Processes processes = processes();
		processes.start(List.of(program("one", "exec sleep 60", () -> "")));

		RunFile.Suite suite = runFile().read().orElseThrow();
		assertThat(suite.alive()).hasSize(1);
		new Stopping(this.console).stop(suite.processes());
		assertThat(suite.alive()).isEmpty();
	}

	@Test
	void aProcessThatEndsBeforeItIsReadyIsNamedWithItsLastLines() {
		Processes processes = processes();
		assertThatThrownBy(() -> processes
			.start(List.of(program("meeting-service", "echo 'لا توجد قاعدة بيانات'; exit 3", () -> "not yet"))))
			.isInstanceOf(CannotStart.class)
			.hasMessageContaining("meeting-service ended with status 3")
			.hasMessageContaining("لا توجد قاعدة بيانات")
			.hasMessageContaining("meeting-service.log");
	}

	@Test
	void aProcessThatNeverIsReadyIsNamedWithWhatItAnswered() throws Exception {
		Processes processes = new Processes(this.directory, Duration.ofMillis(300), runFile(), this.console);
		assertThatThrownBy(() -> processes
			.start(List.of(program("registry-service", "exec sleep 60", () -> "readiness answers 503"))))
			.isInstanceOf(CannotStart.class)
			.hasMessageContaining("registry-service was not ready")
			.hasMessageContaining("readiness answers 503");
		new Stopping(this.console).stop(processes.running());
	}

	@Test
	void ctrlCDoesNotReachTheProcesses() throws Exception {
		Processes processes = processes();
		Path alive = this.directory.resolve("alive");
		processes.start(List.of(program("one", "kill -INT $$; touch " + alive + "; exec sleep 60",
				() -> Files.exists(alive) ? "" : "not yet")));
		assertThat(processes.running().getFirst().handle()).isPresent();
		new Stopping(this.console).stop(processes.running());
	}

	@Test
	void anUnreadableRunFileIsAsGoodAsNone() throws IOException {
		Files.writeString(this.directory.resolve("running.json"), "{");
		assertThat(runFile().read()).isEmpty();
	}

	private Processes processes() {
		return new Processes(this.directory, PATIENCE, runFile(), this.console);
	}

	private RunFile runFile() {
		return new RunFile(this.directory.resolve("running.json"));
	}

	private static Program program(String name, String script, Program.Readiness readiness) {
		return new Program(name, List.of("/bin/sh", "-c", script), Map.of(), readiness);
	}

}
