package org.sharaka.local.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says about a run on this machine.
 *
 * @param root the repository
 * @param brokers of a Kafka that someone else runs; empty: one is started
 * @param mongodb URI of a MongoDB that someone else runs; empty: an embedded one is
 * started
 */
record Settings(Path root, Map<String, String> environment, Port kafka, Port controller, Port mongo, Port smtp,
		Port smpp, Port sandbox, Port registry, Port meeting, Port notification, Optional<String> brokers,
		Optional<String> mongodb) {

	static Settings from(Path root, Map<String, String> environment) throws CannotStart {
		return new Settings(root, Map.copyOf(environment), Port.from(environment, "kafka", "KAFKA_PORT", 9092),
				Port.from(environment, "kafka's controller", "KAFKA_CONTROLLER_PORT", 9093),
				Port.from(environment, "mongodb", "MONGODB_PORT", 27_017),
				Port.from(environment, "the sandbox's mail server", "SMTP_PORT", 1025),
				Port.from(environment, "the sandbox's SMS centre", "SMPP_PORT", 2775),
				Port.from(environment, "the sandbox's page", "SANDBOX_PORT", 8090),
				Port.from(environment, "registry-service", "REGISTRY_PORT", 8081),
				Port.from(environment, "meeting-service", "MEETING_PORT", 8082),
				Port.from(environment, "notification-service", "NOTIFICATION_PORT", 8083),
				given(environment, "KAFKA_BROKERS"), given(environment, "MONGODB_URI"));
	}

	private static Optional<String> given(Map<String, String> environment, String name) {
		return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
	}

	/** The ports that the processes of this run will listen on. */
	List<Port> ports() {
		List<Port> ports = new ArrayList<>();
		if (this.brokers.isEmpty()) {
			ports.addAll(List.of(this.kafka, this.controller));
		}
		if (this.mongodb.isEmpty()) {
			ports.add(this.mongo);
		}
		ports.addAll(List.of(this.smtp, this.smpp, this.sandbox, this.registry, this.meeting, this.notification));
		return ports;
	}

	/**
	 * Every port is free and nobody wants the same one twice, or one sentence says so.
	 */
	void checkPorts() throws CannotStart {
		Map<Integer, Port> byNumber = new HashMap<>();
		for (Port port : ports()) {
			Port other = byNumber.put(port.number(), port);
			if (other != null) {
				throw new CannotStart("%s and %s are both %d: set one of them to another port."
					.formatted(other.variable(), port.variable(), port.number()));
			}
		}
		for (Port port : ports()) {
			if (port.taken()) {
				throw new CannotStart(port.takenSentence());
			}
		}
	}

	String brokersOrOwn() {
		return this.brokers.orElse("localhost:" + this.kafka.number());
	}

	String mongodbOrOwn() {
		return this.mongodb.orElse("mongodb://localhost:" + this.mongo.number());
	}

	String url(Port port) {
		return "http://localhost:" + port.number();
	}

	Path home() {
		return this.root.resolve("deploy/local");
	}

	Path data() {
		return home().resolve("data");
	}

	Path logs() {
		return home().resolve("logs");
	}

	/** What can be made again from the jars: unpacked services, class archives. */
	Path cache() {
		return home().resolve("target/run");
	}

}
