package org.sharaka.benchmark.load;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.sharaka.benchmark.process.ChildProcesses;
import org.sharaka.benchmark.process.DatabaseServer;
import org.sharaka.benchmark.process.ServiceProcess;
import org.sharaka.benchmark.run.ProgressLog;
import org.sharaka.benchmark.run.TimeLimit;

/**
 * What every measurement needs: the running processes and the plan.
 *
 * @param root the root directory of the repository
 * @param data a directory that is deleted after the run
 * @param tools the directory of smtp-sink and smtp-source
 * @param broker the address of the broker
 */
public record BenchmarkEnvironment(Path root, Path data, Path tools, ChildProcesses children, String broker,
		KafkaAccess kafka, DatabaseServer database, TimeLimit limit, ProgressLog progress, BenchmarkPlan plan) {

	/**
	 * Starts a service with topics and a database of this run.
	 * @param name without {@code -service}
	 * @param prefix of its topic names
	 */
	public ServiceProcess service(String name, String prefix, Map<String, String> settings) throws Exception {
		this.progress.log("starting %s-service", name);
		Map<String, String> environment = new HashMap<>(settings);
		environment.put("KAFKA_BROKERS", this.broker);
		environment.put("MONGODB_URI", this.database.uri());
		environment.put("SHARAKA_DATABASE", this.database.named(name));
		environment.put("TOPIC_PREFIX", prefix);
		return ServiceProcess.start(this.children, this.root, name + "-service", environment, this.limit);
	}

}
