package org.sharaka.local.launcher;

import java.io.IOException;
import java.net.URI;
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

import org.sharaka.local.console.Console;
import org.sharaka.local.launcher.process.ProcessGroup;
import org.sharaka.local.launcher.process.ProcessStopper;
import org.sharaka.local.launcher.process.RunFile;
import org.sharaka.local.launcher.process.StartedProcess;
import org.sharaka.local.launcher.process.StartupException;
import org.sharaka.local.launcher.suite.DataReset;
import org.sharaka.local.launcher.suite.Port;
import org.sharaka.local.launcher.suite.Suite;
import org.sharaka.local.launcher.suite.SuiteSettings;
import org.sharaka.local.story.OpeningStory;
import org.sharaka.local.story.client.ServiceEndpoints;
import org.sharaka.local.story.client.StoryFailedException;

/**
 * The command {@code deploy/up}. The script has built everything before it starts this.
 */
@Command(name = "deploy/up", sortOptions = false, usageHelpAutoWidth = true,
		header = "Runs the whole suite on this machine: Kafka, MongoDB, the mail and SMS sandbox, the three services.",
		description = { "",
				"Builds what is not built, starts everything, waits until all processes are ready, plays the "
						+ "opening story, prints where to look, and stops everything on Ctrl-C.",
				"" },
		footer = { "", "Environment:",
				"  MONGODB_URI            an existing MongoDB; if unset, an embedded server is started",
				"  KAFKA_BROKERS          an existing Kafka; if unset, a broker is started",
				"  REGISTRY_PORT, MEETING_PORT, NOTIFICATION_PORT   8081, 8082, 8083",
				"  SANDBOX_PORT, SMTP_PORT, SMPP_PORT               8090, 1025, 2775",
				"  KAFKA_PORT, KAFKA_CONTROLLER_PORT, MONGODB_PORT  9092, 9093, 27017",
				"  START_TIMEOUT_SECONDS  time limit for a process to become ready; 180",
				"  REGISTRY_JAVA_OPTS, KAFKA_JAVA_OPTS, …  further JVM options, per process",
				"  MAVEN_OPTS             passed to Maven when something must be built", "",
				"Everything listens on the loopback address only. Data is kept in",
				"deploy/local/data, logs in deploy/local/logs. To stop what --detach left",
				"running, use deploy/down." })
public final class Up implements Callable<Integer> {

	private static final int DEFAULT_START_TIMEOUT_SECONDS = 180;

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
			SuiteSettings settings = SuiteSettings.from(root, System.getenv());
			RunFile runFile = new RunFile(runFile(settings.logs()));
			Optional<Integer> alreadyRunning = alreadyRunning(settings, runFile);
			return alreadyRunning.isPresent() ? alreadyRunning.get() : run(settings, runFile);
		}
		catch (StartupException ex) {
			System.err.println(ex.getMessage());
		}
		catch (IOException ex) {
			System.err.println("deploy/up failed: " + ex);
		}
		catch (InterruptedException | InterruptException ex) {
			// Ctrl-C: the shutdown hook stops everything and reports it
			Thread.currentThread().interrupt();
		}
		return 1;
	}

	static Path runFile(Path logs) {
		return logs.resolve("running.json");
	}

	private Optional<Integer> alreadyRunning(SuiteSettings settings, RunFile runFile)
			throws IOException, StartupException {
		RunFile.Content content = runFile.read().orElse(null);
		if (content == null || content.running().isEmpty()) {
			return Optional.empty();
		}
		if (content.running().size() < content.processes().size()) {
			throw new StartupException("Only a part of Sharaka is running (%s): stop it with deploy/down first."
				.formatted(String.join(", ", content.running().stream().map(StartedProcess::name).toList())));
		}
		if (this.fresh || !this.detach) {
			throw new StartupException("Sharaka is already running at %s: stop it with deploy/down first."
				.formatted(settings.url(settings.sandbox())));
		}
		this.console.print("Sharaka is already running. To stop it, use deploy/down.");
		new Links(settings, this.console).print();
		return Optional.of(0);
	}

	private int run(SuiteSettings settings, RunFile runFile)
			throws IOException, InterruptedException, StartupException {
		ProcessGroup processes = new ProcessGroup(settings.logs(), startTimeout(settings), runFile, this.console);
		Thread starting = Thread.currentThread();
		Thread stopAll = new Thread(() -> stop(processes, starting, runFile), "stop");
		start(settings, processes, stopAll);
		int status = this.noStory ? 0 : playStory(settings);
		new Links(settings, this.console).print();
		if (this.detach) {
			Runtime.getRuntime().removeShutdownHook(stopAll);
			processes.detach();
			this.console.printBlankLine();
			this.console.print("Sharaka keeps running. To stop it, use deploy/down.");
			return status;
		}
		this.console.printBlankLine();
		this.console.print("Ctrl-C stops everything.");
		processes.watch();
		return 1;
	}

	private void start(SuiteSettings settings, ProcessGroup processes, Thread stopAll)
			throws IOException, InterruptedException, StartupException {
		Instant begun = Instant.now();
		Files.createDirectories(settings.cache());
		try (FileChannel file = FileChannel.open(settings.cache().resolve("up.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock lock = file.tryLock()) {
			if (lock == null) {
				throw new StartupException("Another deploy/up of this repository is starting right now.");
			}
			Suite suite = new Suite(settings);
			settings.checkPorts();
			suite.checkExternalServers();
			if (this.fresh) {
				new DataReset(settings, this.console).reset();
			}
			Files.createDirectories(settings.logs());
			Runtime.getRuntime().addShutdownHook(stopAll);
			this.console.print("Starting Sharaka; each process writes to %s.", relative(settings, settings.logs()));
			processes.start(suite.infrastructure());
			processes.start(suite.services());
		}
		this.console.print("All processes are ready after %s.",
				Console.seconds(Duration.between(begun, Instant.now())));
	}

	/**
	 * Plays the story. If it fails, the suite keeps running, so that the cause can be
	 * found.
	 */
	private int playStory(SuiteSettings settings) throws InterruptedException {
		try {
			new OpeningStory(endpoints(settings), this.console).play();
			return 0;
		}
		catch (StoryFailedException ex) {
			System.err.printf("%nThe opening story failed: %s%n", ex.getMessage());
			return 1;
		}
	}

	private static ServiceEndpoints endpoints(SuiteSettings settings) {
		return new ServiceEndpoints(uri(settings, settings.registry()), uri(settings, settings.meeting()),
				uri(settings, settings.notification()), uri(settings, settings.sandbox()), settings.brokers(),
				settings.environment().getOrDefault("TOPIC_PREFIX", ""));
	}

	private static URI uri(SuiteSettings settings, Port port) {
		return URI.create(settings.url(port));
	}

	private static Path relative(SuiteSettings settings, Path path) {
		return settings.root().relativize(path);
	}

	private static Duration startTimeout(SuiteSettings settings) throws StartupException {
		String value = settings.environment().getOrDefault("START_TIMEOUT_SECONDS", "").strip();
		try {
			return Duration.ofSeconds(value.isEmpty() ? DEFAULT_START_TIMEOUT_SECONDS : Integer.parseInt(value));
		}
		catch (NumberFormatException ex) {
			throw new StartupException("START_TIMEOUT_SECONDS must be a number, but it is \"%s\".".formatted(value));
		}
	}

	private void stop(ProcessGroup processes, Thread starting, RunFile runFile) {
		this.console.printBlankLine();
		this.console.print("Stopping.");
		processes.markStopping();
		starting.interrupt();
		new ProcessStopper(this.console).stop(processes.running());
		try {
			runFile.delete();
		}
		catch (IOException ex) {
			this.console.print("The run file could not be deleted: %s", ex);
		}
	}

}
