package org.sharaka.local.launcher.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sharaka.local.launcher.process.StartupException;

/**
 * The settings of a run on this machine, read from environment variables.
 *
 * @param root the repository
 * @param externalBrokers brokers of an existing Kafka cluster; if empty, a broker is
 * started
 * @param externalMongodb URI of an existing MongoDB; if empty, an embedded server is
 * started
 */
public record SuiteSettings(Path root, Map<String, String> environment, Port kafka, Port controller, Port mongodb,
		Port smtp, Port smpp, Port sandbox, Port registry, Port meeting, Port notification,
		Optional<String> externalBrokers, Optional<String> externalMongodb) {

	public static SuiteSettings from(Path root, Map<String, String> environment) throws StartupException {
		return new SuiteSettings(root, Map.copyOf(environment), Port.from(environment, "kafka", "KAFKA_PORT", 9092),
				Port.from(environment, "kafka's controller", "KAFKA_CONTROLLER_PORT", 9093),
				Port.from(environment, "mongodb", "MONGODB_PORT", 27_017),
				Port.from(environment, "the sandbox's mail server", "SMTP_PORT", 1025),
				Port.from(environment, "the sandbox's SMS centre", "SMPP_PORT", 2775),
				Port.from(environment, "the sandbox's page", "SANDBOX_PORT", 8090),
				Port.from(environment, "registry-service", "REGISTRY_PORT", 8081),
				Port.from(environment, "meeting-service", "MEETING_PORT", 8082),
				Port.from(environment, "notification-service", "NOTIFICATION_PORT", 8083),
				optional(environment, "KAFKA_BROKERS"), optional(environment, "MONGODB_URI"));
	}

	private static Optional<String> optional(Map<String, String> environment, String name) {
		return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
	}

	/** Returns the ports that the processes of this run will listen on. */
	public List<Port> ports() {
		List<Port> ports = new ArrayList<>();
		if (this.externalBrokers.isEmpty()) {
			ports.addAll(List.of(this.kafka, this.controller));
		}
		if (this.externalMongodb.isEmpty()) {
			ports.add(this.mongodb);
		}
		ports.addAll(List.of(this.smtp, this.smpp, this.sandbox, this.registry, this.meeting, this.notification));
		return ports;
	}

	/**
	 * Checks that no two processes share a port and that every port is free.
	 * @throws StartupException if not; the message names the port and the variable
	 */
	public void checkPorts() throws StartupException {
		Map<Integer, Port> byNumber = new HashMap<>();
		for (Port port : ports()) {
			Port other = byNumber.put(port.number(), port);
			if (other != null) {
				throw new StartupException("%s and %s are both set to %d: set one of them to another port."
					.formatted(other.variable(), port.variable(), port.number()));
			}
		}
		for (Port port : ports()) {
			if (port.isTaken()) {
				throw new StartupException(port.takenMessage());
			}
		}
	}

	public String brokers() {
		return this.externalBrokers.orElse("localhost:" + this.kafka.number());
	}

	public String mongodbUri() {
		return this.externalMongodb.orElse("mongodb://localhost:" + this.mongodb.number());
	}

	public String url(Port port) {
		return "http://localhost:" + port.number();
	}

	public Path home() {
		return this.root.resolve("deploy/local");
	}

	public Path data() {
		return home().resolve("data");
	}

	public Path logs() {
		return home().resolve("logs");
	}

	/** Returns the directory of files that can be derived from the jars again. */
	public Path cache() {
		return home().resolve("target/run");
	}

}
