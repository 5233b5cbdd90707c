package org.sharaka.local.launcher.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.Uuid;

import org.sharaka.local.console.LogTail;
import org.sharaka.local.kafka.BrokerProperties;
import org.sharaka.local.launcher.process.ProcessDefinition;
import org.sharaka.local.launcher.process.StartupException;

/**
 * One Kafka broker in KRaft mode that is also its own controller, on the loopback
 * address.
 */
final class KafkaBroker {

	private static final int HEAP_MEGABYTES = 256;

	private static final String LOW_MEMORY_PROPERTIES = """
			transaction.state.log.num.partitions=2
			share.coordinator.state.topic.num.partitions=1
			log.cleaner.dedupe.buffer.size=8388608
			num.network.threads=2
			num.io.threads=4
			background.threads=2
			""";

	private final SuiteSettings settings;

	private final JvmCommand jvm;

	KafkaBroker(SuiteSettings settings, JvmCommand jvm) {
		this.settings = settings;
		this.jvm = jvm;
	}

	ProcessDefinition definition() throws IOException {
		return new ProcessDefinition("kafka",
				this.jvm.longRunning("kafka", HEAP_MEGABYTES, this.jvm.jar(), "-cp", this.jvm.classPath(),
						"kafka.Kafka", writeProperties().toString()),
				Map.of(), () -> this.settings.kafka().isListening() ? "" : "its port does not accept connections yet");
	}

	/** Formats the data directory with a new cluster id, unless that was done before. */
	void format() throws IOException, InterruptedException, StartupException {
		if (Files.exists(directory().resolve("meta.properties"))) {
			return;
		}
		Files.createDirectories(directory());
		Path log = this.settings.logs().resolve("kafka-format.log");
		List<String> command = this.jvm.shortLived(HEAP_MEGABYTES, "-cp", this.jvm.classPath(),
				"kafka.tools.StorageTool", "format", "--cluster-id", Uuid.randomUuid().toString(), "--config",
				writeProperties().toString());
		int status = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start()
			.waitFor();
		if (status != 0) {
			throw new StartupException(
					"Kafka's data directory %s could not be formatted; %s".formatted(directory(), LogTail.of(log)));
		}
	}

	private Path directory() {
		return this.settings.data().resolve("kafka");
	}

	private Path writeProperties() throws IOException {
		Path file = Files.createDirectories(this.settings.cache()).resolve("kafka.properties");
		BrokerProperties.write(file, this.settings.kafka().number(), this.settings.controller().number(), directory(),
				LOW_MEMORY_PROPERTIES);
		return file;
	}

}
