package org.sharaka.local.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Settings of a Kafka broker that is its own controller (KRaft), alone and on the
 * loopback address.
 */
public final class BrokerSettings {

	private BrokerSettings() {
	}

	/**
	 * Writes them to a file, in Java's format for properties.
	 * @param data the directory of the broker's log
	 * @param further lines, which come last and so win
	 */
	public static void write(Path file, int port, int controllerPort, Path data, String further) throws IOException {
		String settings = """
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
		Files.writeString(file, settings + further, StandardCharsets.UTF_8);
	}

}
