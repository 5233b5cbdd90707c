package org.sharaka.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import org.sharaka.benchmark.announcement.Announcement;
import org.sharaka.benchmark.command.Commands;
import org.sharaka.benchmark.figure.Report;
import org.sharaka.benchmark.figure.Section;
import org.sharaka.benchmark.load.Kafka;
import org.sharaka.benchmark.load.Plan;
import org.sharaka.benchmark.load.Workbench;
import org.sharaka.benchmark.process.Broker;
import org.sharaka.benchmark.process.Children;
import org.sharaka.benchmark.process.Database;
import org.sharaka.benchmark.process.Machine;
import org.sharaka.benchmark.process.Progress;
import org.sharaka.benchmark.process.TimeLimit;

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

	private final Progress progress = new Progress(System.out);

	private final List<Section> sections = new ArrayList<>();

	private int failures;

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
		Path root = Path.of(System.getProperty("sharaka.root", "")).toAbsolutePath().normalize();
		Path target = Files.createDirectories(root.resolve("deploy/benchmark/target"));
		Path data = Files.createTempDirectory("sharaka-benchmark-");
		Map<String, String> environment = Machine.described(root, data);
		Plan plan = this.quick ? Plan.quick(this.repetitions, this.clients) : Plan.full(this.repetitions, this.clients);
		if (this.quick) {
			environment.put("quick", "small counts: these figures mean nothing");
		}
		String given = System.getenv().getOrDefault("MONGODB_URI", "").strip();
		try {
			if (!this.database.equals("given")) {
				measure("embedded", (children, limit) -> Database.embedded(children, data, limit), plan, root, data,
						environment);
			}
			if (!given.isEmpty() && !this.database.equals("embedded")) {
				measure("given", (children, limit) -> Database.given(given, limit), plan, root, data, environment);
			}
		}
		finally {
			delete(data);
		}
		if (!this.sections.isEmpty()) {
			write(new Report(environment, this.sections), target);
		}
		return this.failures;
	}

	/** Starts or finds a database. */
	@FunctionalInterface
	private interface Source {

		Database open(Children children, TimeLimit limit) throws Exception;

	}

	private void measure(String name, Source source, Plan plan, Path root, Path data, Map<String, String> environment)
			throws IOException {
		TimeLimit limit = new TimeLimit(Duration.ofMinutes(this.minutes));
		Path logs = root.resolve("deploy/benchmark/target/logs").resolve(name);
		Path files = Files.createDirectories(data.resolve(name));
		try (Children children = endedWithThis(new Children(logs)); Database server = source.open(children, limit)) {
			environment.put(name.equals("given") ? "MONGODB_URI" : "database", server.described());
			this.progress.say("database: %s", server.described());
			Broker broker = Broker.start(children, files, limit);
			try (Kafka kafka = new Kafka(broker.address())) {
				Workbench bench = new Workbench(root, files,
						Path.of(System.getProperty("sharaka.smtp-tools", "/usr/sbin")), children, broker.address(),
						kafka, server, limit, this.progress, plan);
				measure(bench, environment);
			}
		}
		catch (Exception ex) {
			failed(name, ex, environment);
		}
	}

	/** What fails does not keep the rest from being measured. */
	private void measure(Workbench bench, Map<String, String> environment) {
		if (!this.only.equals("announcement")) {
			try {
				new Commands(bench).measure(this.sections::add);
			}
			catch (Exception ex) {
				failed("commands, " + bench.database().name(), ex, environment);
			}
		}
		if (!this.only.equals("commands")) {
			try {
				this.sections.add(new Announcement(bench).measure());
			}
			catch (Exception ex) {
				failed("announcement, " + bench.database().name(), ex, environment);
			}
		}
	}

	private void failed(String what, Exception ex, Map<String, String> environment) {
		this.failures++;
		environment.put("not measured",
				environment.getOrDefault("not measured", "") + what + ": " + ex.getMessage() + ". ");
		System.err.println("Gave up on " + what + ": " + ex);
	}

	/** Ctrl-C ends them too. */
	private static Children endedWithThis(Children children) {
		Runtime.getRuntime().addShutdownHook(new Thread(children::close, "end"));
		return children;
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

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
	}

}
