package org.sharaka.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.Uuid;

import org.sharaka.local.kafka.BrokerSettings;

/** One Kafka broker that is its own controller (KRaft), on the loopback address. */
final class Kafka {

	private static final int HEAP_MEGABYTES = 256;

	private static final String SMALL = """
			transaction.state.log.num.partitions=2
			share.coordinator.state.topic.num.partitions=1
			log.cleaner.dedupe.buffer.size=8388608
			num.network.threads=2
			num.io.threads=4
			background.threads=2
			""";

	private final Settings settings;

	private final Jvm jvm;

	Kafka(Settings settings, Jvm jvm) {
		this.settings = settings;
		this.jvm = jvm;
	}

	Program program() throws IOException {
		return new Program("kafka",
				this.jvm.command("kafka", HEAP_MEGABYTES, this.jvm.jar(), "-cp", this.jvm.classPath(), "kafka.Kafka",
						writtenSettings().toString()),
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
				writtenSettings().toString());
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

	private Path writtenSettings() throws IOException {
		Path file = Files.createDirectories(this.settings.cache()).resolve("kafka.properties");
		BrokerSettings.write(file, this.settings.kafka().number(), this.settings.controller().number(), directory(),
				SMALL);
		return file;
	}

}
