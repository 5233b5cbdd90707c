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

/** {@code deploy/bench}, once everything is built. */
@Command(name = "deploy/bench", sortOptions = false, usageHelpAutoWidth = true,
		header = "Measures the services, each beside a limit that is measured in the same run.",
		description = { "",
				"An announcement to 20,000 contacts, from Kafka to a mail sink, beside smtp-source to the same sink. "
						+ "Decisions and meetings over HTTP, and how long their events take from the commit to Kafka, "
						+ "beside what the database alone and the broker alone do.",
				"",
				"It starts a broker, a database and the services on free ports of the loopback address with data "
						+ "in a temporary folder, and ends them. Measure on a machine that does nothing else.",
				"" },
		footer = { "", "Environment:", "  MONGODB_URI   a MongoDB to measure with too, after the embedded one;",
				"                only databases that this run makes are touched, and dropped", "",
				"The table and, with every single value, a JSON file are written to deploy/benchmark/target. "
						+ "Needs smtp-sink and smtp-source, which Debian has in its package postfix." })
public final class Benchmark implements Callable<Integer> {

	private final ProgressLog progress = new ProgressLog(System.out);

	private final List<Section> sections = new ArrayList<>();

	private int failures;

	/** Given by picocli before it calls. */
	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec command;

	@Option(names = "--quick", description = "Small counts, to see that it works. The figures mean nothing.")
	private boolean quick;

	@Option(names = "--only", paramLabel = "<part>", description = "commands or announcement; both if not given.")
	private String only = "";

	@Option(names = "--database", paramLabel = "<which>",
			description = "embedded, given (MONGODB_URI) or all, which is the default.")
	private String database = "all";

	@Option(names = "--repeat", paramLabel = "<n>", defaultValue = "3",
			description = "How often each measurement is made (${DEFAULT-VALUE}).")
	private int repetitions;

	@Option(names = "--clients", paramLabel = "<n>", defaultValue = "8",
			description = "Callers at once (${DEFAULT-VALUE}).")
	private int clients;

	@Option(names = "--time-limit", paramLabel = "<minutes>", defaultValue = "10",
			description = "When to give up and report what there is, for each database (${DEFAULT-VALUE}).")
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
		RunCleanup leftovers = RunCleanup.create();
		Map<String, String> environment = MachineDescription.described(root, leftovers.folder());
		if (this.quick) {
			environment.put("quick", "small counts: these figures mean nothing");
		}
		if (!this.database.equals("given")) {
			measure("embedded", (children, limit) -> DatabaseServer.embedded(children, leftovers.folder(), limit), plan,
					root, leftovers, environment);
		}
		if (!given.isEmpty() && !this.database.equals("embedded")) {
			measure("given", (children, limit) -> DatabaseServer.given(given, limit), plan, root, leftovers,
					environment);
		}
		if (!this.sections.isEmpty() && !leftovers.ending()) {
			write(new Report(environment, this.sections), target);
		}
		return this.failures;
	}

	private void check(String given) {
		require(List.of("", "commands", "announcement").contains(this.only),
				"--only must be commands or announcement, and it is \"" + this.only + "\".");
		require(List.of("embedded", "given", "all").contains(this.database),
				"--database must be embedded, given or all, and it is \"" + this.database + "\".");
		require(!this.database.equals("given") || !given.isEmpty(),
				"--database=given measures the server that MONGODB_URI names, and it names none.");
		require(this.repetitions > 0 && this.clients > 0 && this.minutes > 0,
				"--repeat, --clients and --time-limit must be 1 or more.");
	}

	private void require(boolean condition, String otherwise) {
		if (!condition) {
			throw new ParameterException(this.command.commandLine(), otherwise);
		}
	}

	/** Starts or finds a database. */
	@FunctionalInterface
	private interface Source {

		DatabaseServer open(ChildProcesses children, TimeLimit limit) throws Exception;

	}

	private void measure(String name, Source source, BenchmarkPlan plan, Path root, RunCleanup leftovers,
			Map<String, String> environment) throws IOException {
		TimeLimit limit = new TimeLimit(Duration.ofMinutes(this.minutes));
		Path logs = root.resolve("deploy/benchmark/target/logs").resolve(name);
		Path files = Files.createDirectories(leftovers.folder().resolve(name));
		try {
			ChildProcesses children = leftovers.add(new ChildProcesses(logs));
			DatabaseServer server = leftovers.add(source.open(children, limit));
			environment.put(name.equals("given") ? "MONGODB_URI" : "database", server.described());
			this.progress.say("database: %s", server.described());
			BrokerProcess broker = BrokerProcess.start(children, files, limit);
			try (KafkaAccess kafka = new KafkaAccess(broker.address())) {
				BenchmarkEnvironment bench = new BenchmarkEnvironment(root, files,
						Path.of(System.getProperty("sharaka.smtp-tools", "/usr/sbin")), children, broker.address(),
						kafka, server, limit, this.progress, plan);
				measure(bench, leftovers, environment);
			}
		}
		catch (Exception ex) {
			failed(name, ex, leftovers, environment);
		}
		finally {
			leftovers.close();
		}
	}

	/** What fails does not keep the rest from being measured. */
	private void measure(BenchmarkEnvironment bench, RunCleanup leftovers, Map<String, String> environment) {
		if (!this.only.equals("announcement")) {
			try {
				new CommandBenchmarks(bench).measure(this.sections::add);
			}
			catch (Exception ex) {
				failed("commands, " + bench.database().name(), ex, leftovers, environment);
			}
		}
		if (!this.only.equals("commands")) {
			try {
				this.sections.add(new AnnouncementBenchmark(bench).measure());
			}
			catch (Exception ex) {
				failed("announcement, " + bench.database().name(), ex, leftovers, environment);
			}
		}
	}

	private void failed(String what, Exception ex, RunCleanup leftovers, Map<String, String> environment) {
		if (leftovers.ending()) {
			return;
		}
		this.failures++;
		environment.put("not measured",
				environment.getOrDefault("not measured", "") + what + ": " + ex.getMessage() + ". ");
		System.err.println("Gave up on " + what + ": " + ex);
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
