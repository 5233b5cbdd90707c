package org.sharaka.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import org.sharaka.benchmark.announcement.AnnouncementBenchmark;
import org.sharaka.benchmark.command.CommandBenchmarks;
import org.sharaka.benchmark.command.InvitationBenchmark;
import org.sharaka.benchmark.figure.Report;
import org.sharaka.benchmark.figure.Section;
import org.sharaka.benchmark.load.BenchmarkEnvironment;
import org.sharaka.benchmark.load.BenchmarkPlan;
import org.sharaka.benchmark.load.KafkaAccess;
import org.sharaka.benchmark.process.BrokerProcess;
import org.sharaka.benchmark.process.ChildProcesses;
import org.sharaka.benchmark.process.DatabaseServer;
import org.sharaka.benchmark.run.ProgressLog;
import org.sharaka.benchmark.run.RunCleanup;
import org.sharaka.benchmark.run.TimeLimit;

/**
 * The command {@code deploy/bench}. The script has built everything before it starts
 * this.
 */
@Command(name = "deploy/bench", sortOptions = false, usageHelpAutoWidth = true,
		header = "Measures the services, each beside a limit that is measured in the same run.",
		description = { "",
				"commands: decisions and meetings over HTTP, and the time from the commit to Kafka, next to the "
						+ "database alone and the broker alone.",
				"invitations: a meeting with 20,000 invitations: the response, the issuing rate, concurrent answers.",
				"announcement: an announcement to 20,000 contacts, from Kafka to a mail sink, next to smtp-source.", "",
				"It starts a broker, a database and the services on free ports of the loopback address, with data in "
						+ "a temporary directory, and stops them at the end. Measure on an otherwise idle machine.",
				"" },
		footer = { "", "Environment:", "  MONGODB_URI   a MongoDB to measure in addition to the embedded server;",
				"                the run creates databases of its own there, and drops them", "",
				"A table, and a JSON file with all values, are written to deploy/benchmark/target. The announcement "
						+ "needs smtp-sink and smtp-source, which are in the package postfix of Debian." })
public final class Benchmark implements Callable<Integer> {

	private final ProgressLog progress = new ProgressLog(System.out);

	private final List<Section> sections = new ArrayList<>();

	private int failures;

	/** Set by picocli. */
	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec command;

	@Option(names = "--quick",
			description = "Small counts that only show that everything works. The figures mean nothing.")
	private boolean quick;

	@Option(names = "--only", paramLabel = "<part>",
			description = "commands, invitations or announcement; all of them by default.")
	private String only = "";

	@Option(names = "--database", paramLabel = "<which>",
			description = "embedded, given (MONGODB_URI) or all; all by default.")
	private String database = "all";

	@Option(names = "--repeat", paramLabel = "<n>", defaultValue = "3",
			description = "Repetitions of each measurement (${DEFAULT-VALUE}); 1 for a short run.")
	private int repetitions;

	@Option(names = "--clients", paramLabel = "<n>", defaultValue = "8",
			description = "Concurrent callers (${DEFAULT-VALUE}).")
	private int clients;

	@Option(names = "--time-limit", paramLabel = "<minutes>", defaultValue = "15",
			description = "Time limit for each database; what was measured until then is reported (${DEFAULT-VALUE}).")
	private int minutes;

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this.")
	private boolean help;

	public static void main(String[] args) {
		System.exit(new CommandLine(new Benchmark()).execute(args));
	}

	@Override
	public Integer call() throws IOException, InterruptedException {
		String given = System.getenv().getOrDefault("MONGODB_URI", "").strip();
		check(given);
		Path root = Path.of(System.getProperty("sharaka.root", "")).toAbsolutePath().normalize();
		Path target = Files.createDirectories(root.resolve("deploy/benchmark/target"));
		BenchmarkPlan plan = this.quick ? BenchmarkPlan.quick(this.repetitions, this.clients)
				: BenchmarkPlan.full(this.repetitions, this.clients);
		RunCleanup cleanup = RunCleanup.create();
		Map<String, String> conditions = MachineDescription.describe(root, cleanup.directory());
		if (this.quick) {
			conditions.put("quick", "small counts: the figures mean nothing");
		}
		if (!this.database.equals("given")) {
			measure("embedded", (children, limit) -> DatabaseServer.embedded(children, cleanup.directory(), limit),
					plan, root, cleanup, conditions);
		}
		if (!given.isEmpty() && !this.database.equals("embedded")) {
			measure("given", (children, limit) -> DatabaseServer.given(given, limit), plan, root, cleanup, conditions);
		}
		if (!this.sections.isEmpty() && !cleanup.ending()) {
			write(new Report(conditions, this.sections), target);
		}
		return this.failures;
	}

	private void check(String given) {
		require(List.of("", "commands", "invitations", "announcement").contains(this.only),
				"--only must be commands, invitations or announcement, but it is \"" + this.only + "\".");
		require(List.of("embedded", "given", "all").contains(this.database),
				"--database must be embedded, given or all, but it is \"" + this.database + "\".");
		require(!this.database.equals("given") || !given.isEmpty(),
				"--database=given needs MONGODB_URI to name a server.");
		require(this.repetitions > 0 && this.clients > 0 && this.minutes > 0,
				"--repeat, --clients and --time-limit must be at least 1.");
	}

	private void require(boolean condition, String message) {
		if (!condition) {
			throw new ParameterException(this.command.commandLine(), message);
		}
	}

	/** Starts a database server, or connects to one. */
	@FunctionalInterface
	private interface Source {

		DatabaseServer open(ChildProcesses children, TimeLimit limit) throws Exception;

	}

	private void measure(String name, Source source, BenchmarkPlan plan, Path root, RunCleanup cleanup,
			Map<String, String> conditions) throws IOException {
		TimeLimit limit = new TimeLimit(Duration.ofMinutes(this.minutes));
		Path logs = root.resolve("deploy/benchmark/target/logs").resolve(name);
		Path files = Files.createDirectories(cleanup.directory().resolve(name));
		try {
			ChildProcesses children = cleanup.add(new ChildProcesses(logs));
			DatabaseServer server = cleanup.add(source.open(children, limit));
			conditions.put(name.equals("given") ? "MONGODB_URI" : "database", server.describe());
			this.progress.log("database: %s", server.describe());
			BrokerProcess broker = BrokerProcess.start(children, files, limit);
			try (KafkaAccess kafka = new KafkaAccess(broker.address())) {
				BenchmarkEnvironment environment = new BenchmarkEnvironment(root, files,
						Path.of(System.getProperty("sharaka.smtp-tools", "/usr/sbin")), children, broker.address(),
						kafka, server, limit, this.progress, plan);
				measure(environment, cleanup, conditions);
			}
		}
		catch (Exception ex) {
			failed(name, ex, cleanup, conditions);
		}
		finally {
			cleanup.close();
		}
	}

	/** Measures each part. A part that fails does not prevent the others. */
	private void measure(BenchmarkEnvironment environment, RunCleanup cleanup, Map<String, String> conditions) {
		if (includes("commands")) {
			try {
				new CommandBenchmarks(environment).measure(this.sections::add);
			}
			catch (Exception ex) {
				failed("commands, " + environment.database().name(), ex, cleanup, conditions);
			}
		}
		if (includes("invitations")) {
			try {
				this.sections.add(new InvitationBenchmark(environment).measure());
			}
			catch (Exception ex) {
				failed("invitations, " + environment.database().name(), ex, cleanup, conditions);
			}
		}
		if (includes("announcement")) {
			try {
				this.sections.add(new AnnouncementBenchmark(environment).measure());
			}
			catch (Exception ex) {
				failed("announcement, " + environment.database().name(), ex, cleanup, conditions);
			}
		}
	}

	private boolean includes(String part) {
		return this.only.isEmpty() || this.only.equals(part);
	}

	private void failed(String what, Exception ex, RunCleanup cleanup, Map<String, String> conditions) {
		if (cleanup.ending()) {
			return;
		}
		this.failures++;
		conditions.put("not measured",
				conditions.getOrDefault("not measured", "") + what + ": " + ex.getMessage() + ". ");
		System.err.println("Could not measure " + what + ": " + ex);
	}

	private static void write(Report report, Path target) throws IOException {
		Path table = target.resolve("benchmark.txt");
		Path json = target.resolve("benchmark.json");
		Files.writeString(table, report.text(), StandardCharsets.UTF_8);
		Files.writeString(json, report.json(), StandardCharsets.UTF_8);
		System.out.println();
		System.out.print(report.text());
		System.out.println();
		System.out.println("Written to " + table + " and " + json);
	}

}
