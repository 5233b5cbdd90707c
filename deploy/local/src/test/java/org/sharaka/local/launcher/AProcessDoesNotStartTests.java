package org.sharaka.local.launcher;

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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AProcessDoesNotStartTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@TempDir
	private Path directory;

	@AutoClose
	private Launching launching;

	@BeforeEach
	void launcher() {
		this.launching = new Launching(this.directory, PATIENCE);
	}

	@Test
	void theOneThatEndsIsNamedWithItsLastLines() {
		Program service = Launching.program("meeting-service", "echo 'لا توجد قاعدة بيانات'; exit 3", () -> "not yet");
		assertThatThrownBy(() -> this.launching.start(service)).isInstanceOf(CannotStart.class)
			.hasMessageContaining("meeting-service ended with status 3")
			.hasMessageContaining("لا توجد قاعدة بيانات")
			.hasMessageContaining("meeting-service.log");
	}

	@Test
	void ofALongLogTheLastLinesAreShown() {
		Program service = Launching.program("meeting-service",
				"i=1; while [ $i -le 99 ]; do echo \"line $i;\"; i=$((i+1)); done; exit 1", () -> "not yet");
		assertThatThrownBy(() -> this.launching.start(service)).hasMessageContaining("line 80;")
			.hasMessageContaining("line 99;")
			.hasMessageNotContaining("line 79;");
	}

	@Test
	void theOneThatIsNeverReadyIsNamedWithWhatItAnswered() throws Exception {
		try (Launching impatient = new Launching(this.directory, Duration.ofMillis(300))) {
			Program service = Launching.program("registry-service", "echo 'waits for Kafka'; exec sleep 60",
					() -> "readiness answers 503");
			assertThatThrownBy(() -> impatient.start(service)).isInstanceOf(CannotStart.class)
				.hasMessageContaining("registry-service was not ready")
				.hasMessageContaining("readiness answers 503")
				.hasMessageContaining("waits for Kafka");
		}
	}

	@Test
	void anAnswerFromAnotherProcessIsNotItsOwn() throws Exception {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Program kafka = withoutItsPort(() -> {
				endKafka();
				return answers(other);
			});
			assertThatThrownBy(() -> this.launching.start(kafka)).isInstanceOf(CannotStart.class)
				.hasMessageContaining("kafka ended with status 1")
				.hasMessageContaining("Address already in use");
		}
	}

	@Test
	void norIsItWhenTheNextOnesAreStartingAlready() throws Exception {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.launching.start(withoutItsPort(() -> answers(other)));
			Program service = Launching.program("meeting-service", "exec sleep 60", () -> {
				endKafka();
				return "";
			});
			assertThatThrownBy(() -> this.launching.start(service)).isInstanceOf(CannotStart.class)
				.hasMessageContaining("kafka ended with status 1")
				.hasMessageContaining("Address already in use");
		}
	}

	private static String answers(ServerSocket other) {
		return new Port("kafka", "KAFKA_PORT", other.getLocalPort()).answers() ? "" : "does not answer";
	}

	/** Another process has its port, so it will end: when the test says so. */
	private Program withoutItsPort(Program.Readiness readiness) {
		return Launching.program("kafka",
				"while [ ! -e %s ]; do sleep 0.05; done; echo 'Address already in use'; exit 1".formatted(end()),
				readiness);
	}

	private Path end() {
		return this.directory.resolve("end");
	}

	private void endKafka() {
		try {
			Files.writeString(end(), "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Awaitility.await().until(() -> this.launching.ended("kafka"));
	}

	@Test
	void onceTheEndIsExpectedNothingIsStarted() throws Exception {
		this.launching.start(Launching.program("kafka", "exec sleep 60", Launching.READY));
		this.launching.processes.expectTheEnd();
		Program late = Launching.program("meeting-service", "exec sleep 60", Launching.READY);
		assertThatThrownBy(() -> this.launching.start(late)).isInstanceOf(InterruptedException.class);
		assertThat(this.launching.processes.running()).extracting(Running::name).containsExactly("kafka");
	}

}
