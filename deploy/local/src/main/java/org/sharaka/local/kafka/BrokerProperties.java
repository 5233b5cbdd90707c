package org.sharaka.local.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Configuration of a single Kafka broker in KRaft mode that is also its own controller
 * and listens on the loopback address only.
 */
public final class BrokerProperties {

	private BrokerProperties() {
	}

	/**
	 * Writes a properties file for the broker.
	 * @param data the directory of the broker's log segments
	 * @param overrides further lines, which take precedence
	 */
	public static void write(Path file, int port, int controllerPort, Path data, String overrides) throws IOException {
		String properties = """
				process.roles=broker,controller
				node.id=1
				listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
				advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
				listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
				controller.listener.names=CONTROLLER
				controller.quorum.voters=1@127.0.0.1:%2$d
				log.dirs=%3$s
				auto.create.topics.enable=false
				default.replication.factor=1
				offsets.topic.replication.factor=1
				offsets.topic.num.partitions=4
				transaction.state.log.replication.factor=1
				transaction.state.log.min.isr=1
				share.coordinator.state.topic.replication.factor=1
				share.coordinator.state.topic.min.isr=1
				group.initial.rebalance.delay.ms=0
				""".formatted(port, controllerPort, data.toString().replace("\\", "\\\\"));
		Files.writeString(file, properties + overrides, StandardCharsets.UTF_8);
	}

}
