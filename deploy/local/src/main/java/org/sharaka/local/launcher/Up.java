package org.sharaka.local.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import org.sharaka.local.story.OpeningStory;
import org.sharaka.local.story.StoryFailed;

/** {@code deploy/up}, once everything is built. */
@Command(name = "deploy/up", sortOptions = false, usageHelpAutoWidth = true,
		header = "Runs the whole suite on this machine: Kafka, MongoDB, the mail and SMS sandbox, the three services.",
		description = { "",
				"Builds what is not built, starts everything, waits until all are ready, plays the opening "
						+ "story, prints where to look, and stops everything on Ctrl-C.",
				"" },
		footer = { "", "Environment:", "  MONGODB_URI            a MongoDB to use; unset: an embedded one is started",
				"  KAFKA_BROKERS          a Kafka to use; unset: one is started",
				"  REGISTRY_PORT, MEETING_PORT, NOTIFICATION_PORT   8081, 8082, 8083",
				"  SANDBOX_PORT, SMTP_PORT, SMPP_PORT               8090, 1025, 2775",
				"  KAFKA_PORT, KAFKA_CONTROLLER_PORT, MONGODB_PORT  9092, 9093, 27017",
				"  START_TIMEOUT_SECONDS  how long a process may take to be ready; 180",
				"  REGISTRY_JAVA_OPTS, KAFKA_JAVA_OPTS, …  further JVM options, per process",
				"  MAVEN_OPTS             passed to Maven when something must be built", "",
				"Everything listens on the loopback address only. Data is kept in",
				"deploy/local/data, logs in deploy/local/logs. deploy/down stops what --detach", "left running." })
public final class Up implements Callable<Integer> {

	private static final int PATIENCE_SECONDS = 180;

	private final Console console = new Console(System.out);

	@Option(names = "--detach", description = "Return once ready and leave it running.")
	private boolean detach;

	@Option(names = "--no-story", description = "Skip the opening story.")
	private boolean noStory;

	@Option(names = "--fresh", description = "Start from empty data.")
	private boolean fresh;

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this.")
	private boolean help;

	public static void main(String[] args) {
		System.exit(new CommandLine(new Up()).execute(args));
	}

	@Override
	public Integer call() {
		Path root = Path.of(System.getProperty("sharaka.root", "")).toAbsolutePath().normalize();
		try {
			Settings settings = Settings.from(root, System.getenv());
			RunFile runFile = new RunFile(runFile(settings.logs()));
			Optional<Integer> alreadyRunning = alreadyRunning(settings, runFile);
			return alreadyRunning.isPresent() ? alreadyRunning.get() : run(settings, runFile);
		}
		catch (CannotStart ex) {
			System.err.println(ex.getMessage());
		}
		catch (IOException ex) {
			System.err.println("deploy/up cannot go on: " + ex);
		}
		catch (InterruptedException | InterruptException ex) {
			// Ctrl-C: what was started is being stopped, and that is said
			Thread.currentThread().interrupt();
		}
		return 1;
	}

	static Path runFile(Path logs) {
		return logs.resolve("running.json");
	}

	private Optional<Integer> alreadyRunning(Settings settings, RunFile runFile) throws IOException, CannotStart {
		RunFile.Suite suite = runFile.read().orElse(null);
		if (suite == null || suite.alive().isEmpty()) {
			return Optional.empty();
		}
		if (suite.alive().size() < suite.processes().size()) {
			throw new CannotStart("Sharaka is running, but only in part (%s): stop it with deploy/down first."
				.formatted(String.join(", ", suite.alive().stream().map(Running::name).toList())));
		}
		if (this.fresh || !this.detach) {
			throw new CannotStart("Sharaka is already running: look at %s, or stop it with deploy/down first."
				.formatted(settings.url(settings.sandbox())));
		}
		this.console.say("Sharaka is already running; deploy/down stops it.");
		new WhereToLook(settings, this.console).print();
		return Optional.of(0);
	}

	private int run(Settings settings, RunFile runFile) throws IOException, InterruptedException, CannotStart {
		Processes processes = new Processes(settings.logs(), patience(settings), runFile, this.console);
		Thread starting = Thread.currentThread();
		Thread stopAll = new Thread(() -> stop(processes, starting, runFile), "stop");
		start(settings, processes, stopAll);
		int status = this.noStory ? 0 : playStory(settings);
		new WhereToLook(settings, this.console).print();
		if (this.detach) {
			Runtime.getRuntime().removeShutdownHook(stopAll);
			processes.leaveRunning();
			this.console.blank();
			this.console.say("Sharaka keeps running; deploy/down stops it.");
			return status;
		}
		this.console.blank();
		this.console.say("Ctrl-C stops everything.");
		processes.watch();
		return 1;
	}

	private void start(Settings settings, Processes processes, Thread stopAll)
			throws IOException, InterruptedException, CannotStart {
		Instant begun = Instant.now();
		Files.createDirectories(settings.cache());
		try (FileChannel file = FileChannel.open(settings.cache().resolve("up.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock lock = file.tryLock()) {
			if (lock == null) {
				throw new CannotStart("Another deploy/up of this repository is just starting.");
			}
			Suite suite = new Suite(settings);
			settings.checkPorts();
			suite.checkOthers();
			if (this.fresh) {
				new EmptyData(settings, this.console).make();
			}
			Files.createDirectories(settings.logs());
			Runtime.getRuntime().addShutdownHook(stopAll);
			this.console.say("Starting Sharaka; each process writes to %s.", root(settings, settings.logs()));
			processes.start(suite.foundations());
			processes.start(suite.services());
		}
		this.console.say("All are ready after %s.", Console.seconds(Duration.between(begun, Instant.now())));
	}

	/** A story that fails does not stop the suite: whoever reads why may want to look. */
	private int playStory(Settings settings) throws InterruptedException {
		try {
			new OpeningStory(new StoryPlace(settings).place(), this.console).play();
			return 0;
		}
		catch (StoryFailed ex) {
			System.err.printf("%nThe opening story stopped: %s%n", ex.getMessage());
			return 1;
		}
	}

	private static Path root(Settings settings, Path path) {
		return settings.root().relativize(path);
	}

	private static Duration patience(Settings settings) throws CannotStart {
		String value = settings.environment().getOrDefault("START_TIMEOUT_SECONDS", "").strip();
		try {
			return Duration.ofSeconds(value.isEmpty() ? PATIENCE_SECONDS : Integer.parseInt(value));
		}
		catch (NumberFormatException ex) {
			throw new CannotStart("START_TIMEOUT_SECONDS must be a number, and it is \"%s\".".formatted(value));
		}
	}

	private void stop(Processes processes, Thread starting, RunFile runFile) {
		this.console.blank();
		this.console.say("Stopping.");
		processes.expectTheEnd();
		starting.interrupt();
		new Stopping(this.console).stop(processes.running());
		try {
			runFile.delete();
		}
		catch (IOException ex) {
			this.console.say("The run file could not be deleted: %s", ex);
		}
	}

}
