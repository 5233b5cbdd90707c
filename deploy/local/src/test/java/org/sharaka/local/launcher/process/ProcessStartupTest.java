package org.sharaka.local.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.sharaka.local.launcher.suite.Port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProcessStartupTest {

	private static final Duration START_TIMEOUT = Duration.ofSeconds(30);

	@TempDir
	private Path directory;

	@AutoClose
	private ScriptedProcesses launching;

	@BeforeEach
	void launcher() {
		this.launching = new ScriptedProcesses(this.directory, START_TIMEOUT);
	}

	@Test
	void messageHasTheLastLinesOfAProcessThatEnds() {
		ProcessDefinition service = ScriptedProcesses.program("meeting-service", "echo 'لا توجد قاعدة بيانات'; exit 3",
				() -> "not yet");
		assertThatThrownBy(() -> this.launching.start(service)).isInstanceOf(StartupException.class)
			.hasMessageContaining("meeting-service ended with status 3")
			.hasMessageContaining("لا توجد قاعدة بيانات")
			.hasMessageContaining("meeting-service.log");
	}

	@Test
	void messageHasOnlyTheEndOfALongLog() {
		ProcessDefinition service = ScriptedProcesses.program("meeting-service",
				"i=1; while [ $i -le 99 ]; do echo \"line $i;\"; i=$((i+1)); done; exit 1", () -> "not yet");
		assertThatThrownBy(() -> this.launching.start(service)).hasMessageContaining("line 80;")
			.hasMessageContaining("line 99;")
			.hasMessageNotContaining("line 79;");
	}

	@Test
	void messageSaysWhyAProcessIsNotReadyInTime() throws Exception {
		try (ScriptedProcesses shortTimeout = new ScriptedProcesses(this.directory, Duration.ofMillis(300))) {
			ProcessDefinition service = ScriptedProcesses.program("registry-service",
					"echo 'waits for Kafka'; exec sleep 60", () -> "readiness answers 503");
			assertThatThrownBy(() -> shortTimeout.start(service)).isInstanceOf(StartupException.class)
				.hasMessageContaining("registry-service was not ready")
				.hasMessageContaining("readiness answers 503")
				.hasMessageContaining("waits for Kafka");
		}
	}

	@Test
	void failsWhenTheProcessEndedAndAnotherOneAnswersOnItsPort() throws Exception {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			ProcessDefinition kafka = kafkaWithoutItsPort(() -> {
				endKafka();
				return answers(other);
			});
			assertThatThrownBy(() -> this.launching.start(kafka)).isInstanceOf(StartupException.class)
				.hasMessageContaining("kafka ended with status 1")
				.hasMessageContaining("Address already in use");
		}
	}

	@Test
	void failsWhenAnEarlierProcessEndsWhileLaterOnesAreStarting() throws Exception {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.launching.start(kafkaWithoutItsPort(() -> answers(other)));
			ProcessDefinition service = ScriptedProcesses.program("meeting-service", "exec sleep 60", () -> {
				endKafka();
				return "";
			});
			assertThatThrownBy(() -> this.launching.start(service)).isInstanceOf(StartupException.class)
				.hasMessageContaining("kafka ended with status 1")
				.hasMessageContaining("Address already in use");
		}
	}

	private static String answers(ServerSocket other) {
		return new Port("kafka", "KAFKA_PORT", other.getLocalPort()).isListening() ? "" : "does not answer";
	}

	/** A broker whose port is taken. It ends when the test tells it to. */
	private ProcessDefinition kafkaWithoutItsPort(ProcessDefinition.Readiness readiness) {
		return ScriptedProcesses.program("kafka",
				"while [ ! -e %s ]; do sleep 0.05; done; echo 'Address already in use'; exit 1".formatted(endMarker()),
				readiness);
	}

	private Path endMarker() {
		return this.directory.resolve("end");
	}

	private void endKafka() {
		try {
			Files.writeString(endMarker(), "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Awaitility.await().until(() -> this.launching.ended("kafka"));
	}

	@Test
	void startsNoProcessOnceStopping() throws Exception {
		this.launching.start(ScriptedProcesses.program("kafka", "exec sleep 60", ScriptedProcesses.READY));
		this.launching.processes.markStopping();
		ProcessDefinition late = ScriptedProcesses.program("meeting-service", "exec sleep 60", ScriptedProcesses.READY);
		assertThatThrownBy(() -> this.launching.start(late)).isInstanceOf(InterruptedException.class);
		assertThat(this.launching.processes.running()).extracting(StartedProcess::name).containsExactly("kafka");
	}

}
