package org.sharaka.local.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.Uuid;

/** One Kafka broker that is its own controller (KRaft), on the loopback address. */
final class Kafka {

	private static final int HEAP_MEGABYTES = 256;

	private final Settings settings;

	private final Jvm jvm;

	Kafka(Settings settings, Jvm jvm) {
		this.settings = settings;
		this.jvm = jvm;
	}

	Program program() throws IOException {
		return new Program("kafka",
				this.jvm.command("kafka", HEAP_MEGABYTES, this.jvm.jar(), "-cp", this.jvm.classPath(), "kafka.Kafka",
						writtenConfiguration().toString()),
				Map.of(), () -> this.settings.kafka().answers() ? "" : "its port does not answer yet");
	}

	/** Gives the data directory its cluster id, once. */
	void format() throws IOException, InterruptedException, CannotStart {
		if (Files.exists(directory().resolve("meta.properties"))) {
			return;
		}
		Files.createDirectories(directory());
		Path log = this.settings.logs().resolve("kafka-format.log");
		List<String> command = this.jvm.briefCommand(HEAP_MEGABYTES, "-cp", this.jvm.classPath(),
				"kafka.tools.StorageTool", "format", "--cluster-id", Uuid.randomUuid().toString(), "--config",
				writtenConfiguration().toString());
		int status = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start()
			.waitFor();
		if (status != 0) {
			throw new CannotStart(
					"Kafka's data directory %s could not be formatted; %s".formatted(directory(), LogTail.of(log)));
		}
	}

	private Path directory() {
		return this.settings.data().resolve("kafka");
	}

	private Path writtenConfiguration() throws IOException {
		Path file = Files.createDirectories(this.settings.cache()).resolve("kafka.properties");
		Files.writeString(file, configuration(), StandardCharsets.UTF_8);
		return file;
	}

	private String configuration() {
		int broker = this.settings.kafka().number();
		int controller = this.settings.controller().number();
		return """
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
				transaction.state.log.num.partitions=2
				share.coordinator.state.topic.replication.factor=1
				share.coordinator.state.topic.min.isr=1
				share.coordinator.state.topic.num.partitions=1
				group.initial.rebalance.delay.ms=0
				log.cleaner.dedupe.buffer.size=8388608
				num.network.threads=2
				num.io.threads=4
				background.threads=2
				""".formatted(broker, controller, directory().toString().replace("\\", "\\\\"));
	}

}
