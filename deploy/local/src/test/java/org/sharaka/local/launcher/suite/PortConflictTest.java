package org.sharaka.local.launcher.suite;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.sharaka.local.launcher.process.StartupException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortConflictTest {

	private static final List<String> VARIABLES = List.of("KAFKA_PORT", "KAFKA_CONTROLLER_PORT", "MONGODB_PORT",
			"SMTP_PORT", "SMPP_PORT", "SANDBOX_PORT", "REGISTRY_PORT", "MEETING_PORT", "NOTIFICATION_PORT");

	@ParameterizedTest
	@ValueSource(strings = { "KAFKA_PORT", "MONGODB_PORT", "SMPP_PORT", "MEETING_PORT" })
	void messageNamesThePortTheProcessAndTheVariable(String variable) throws Exception {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Map<String, String> environment = freePorts();
			environment.put(variable, Integer.toString(other.getLocalPort()));
			SuiteSettings settings = SuiteSettings.from(Path.of("."), environment);
			String process = settings.ports()
				.stream()
				.filter(port -> port.variable().equals(variable))
				.findFirst()
				.orElseThrow()
				.process();
			assertThatThrownBy(settings::checkPorts).isInstanceOf(StartupException.class)
				.hasMessageContaining(Integer.toString(other.getLocalPort()))
				.hasMessageContaining(process)
				.hasMessageContaining(variable);
		}
	}

	@Test
	void acceptsFreePorts() throws Exception {
		SuiteSettings.from(Path.of("."), freePorts()).checkPorts();
	}

	@Test
	void rejectsTheSamePortForTwoProcesses() throws Exception {
		Map<String, String> environment = freePorts();
		environment.put("MEETING_PORT", environment.get("REGISTRY_PORT"));
		SuiteSettings settings = SuiteSettings.from(Path.of("."), environment);
		assertThatThrownBy(settings::checkPorts).isInstanceOf(StartupException.class)
			.hasMessageContaining("REGISTRY_PORT")
			.hasMessageContaining("MEETING_PORT");
	}

	@Test
	void externalServersNeedNoPort() throws Exception {
		Map<String, String> environment = freePorts();
		environment.put("MONGODB_URI", "mongodb://localhost:1");
		environment.put("KAFKA_BROKERS", "localhost:2");
		assertThat(SuiteSettings.from(Path.of("."), environment).ports()).extracting(Port::variable)
			.doesNotContain("MONGODB_PORT", "KAFKA_PORT", "KAFKA_CONTROLLER_PORT")
			.hasSize(6);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "0", "65536", "-1" })
	void rejectsInvalidPortNumbers(String value) {
		assertThatThrownBy(() -> SuiteSettings.from(Path.of("."), Map.of("SMTP_PORT", value)))
			.isInstanceOf(StartupException.class)
			.hasMessageContaining("SMTP_PORT")
			.hasMessageContaining(value);
	}

	/** Chosen below the ranges that systems use for outgoing connections. */
	private static Map<String, String> freePorts() {
		Map<String, String> environment = new HashMap<>();
		int number = ThreadLocalRandom.current().nextInt(12_000, 28_000);
		for (String variable : VARIABLES) {
			do {
				number++;
			}
			while (new Port("", variable, number).isTaken());
			environment.put(variable, Integer.toString(number));
		}
		return environment;
	}

}
