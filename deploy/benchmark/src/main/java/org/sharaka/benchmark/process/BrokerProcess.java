package org.sharaka.benchmark.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

import org.sharaka.benchmark.run.TimeLimit;
import org.sharaka.local.kafka.BrokerProperties;

/**
 * A Kafka broker that only this run uses. It sets the timestamp of each record to the
 * time of its append, so that the time until an event is on Kafka can be measured.
 */
public final class BrokerProcess {

	private static final Duration TIMEOUT = Duration.ofSeconds(90);

	private static final String LOG_APPEND_TIME = "log.message.timestamp.type=LogAppendTime\n";

	private final String address;

	private BrokerProcess(String address) {
		this.address = address;
	}

	public static BrokerProcess start(ChildProcesses children, Path data, TimeLimit limit) throws Exception {
		int port = ChildProcesses.freePort();
		int controller = ChildProcesses.freePort();
		Path directory = Files.createDirectories(data.resolve("kafka"));
		Path settings = data.resolve("kafka.properties");
		BrokerProperties.write(settings, port, controller, directory, LOG_APPEND_TIME);
		ChildProcess format = children.start("kafka-format", JvmCommand.mainClass("kafka", "kafka.tools.StorageTool",
				"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", settings.toString()), Map.of());
		format.requireSuccess(TIMEOUT);
		children.end(format);
		ChildProcess child = children.start("kafka", JvmCommand.mainClass("kafka", "kafka.Kafka", settings.toString()),
				Map.of());
		BrokerProcess broker = new BrokerProcess("127.0.0.1:" + port);
		limit.await("the broker", TIMEOUT, Duration.ofMillis(200), () -> {
			child.requireAlive();
			return ChildProcesses.listens(port) && broker.answers();
		});
		return broker;
	}

	private boolean answers() throws InterruptedException {
		try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, this.address,
				AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2000, AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
				1000))) {
			admin.describeCluster().nodes().get(2, TimeUnit.SECONDS);
			return true;
		}
		catch (ExecutionException | TimeoutException ex) {
			return false;
		}
	}

	public String address() {
		return this.address;
	}

}
