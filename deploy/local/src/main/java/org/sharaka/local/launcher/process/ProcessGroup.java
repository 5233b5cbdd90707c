package org.sharaka.local.launcher.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.sharaka.local.console.Console;
import org.sharaka.local.console.LogTail;

/**
 * The processes that this launcher starts. Each one is recorded in the run file as soon
 * as it is started, so that {@code deploy/down} finds it even if the launcher dies.
 */
public final class ProcessGroup {

	private static final Duration POLL_INTERVAL = Duration.ofMillis(150);

	private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(10);

	private final Path logs;

	private final Duration timeout;

	private final RunFile runFile;

	private final Console console;

	private final StartedProcess launcher;

	private final List<StartedProcess> running = new ArrayList<>();

	private final Map<String, Process> handles = new LinkedHashMap<>();

	private volatile boolean stopping;

	public ProcessGroup(Path logs, Duration timeout, RunFile runFile, Console console) {
		this.logs = logs;
		this.timeout = timeout;
		this.runFile = runFile;
		this.console = console;
		this.launcher = StartedProcess.of("launcher", ProcessHandle.current(), logs);
	}

	/**
	 * Starts these processes together and returns when all of them are ready.
	 * @throws StartupException if a process ends or is not ready in time; the message has
	 * the last lines of its log
	 * @throws InterruptedException if the group is being stopped
	 */
	public void start(List<ProcessDefinition> definitions) throws IOException, InterruptedException, StartupException {
		Instant begun = Instant.now();
		for (ProcessDefinition definition : definitions) {
			launch(definition);
		}
		List<ProcessDefinition> waiting = new ArrayList<>(definitions);
		Instant lastReport = begun;
		while (!waiting.isEmpty()) {
			requireAllAlive();
			for (ProcessDefinition definition : List.copyOf(waiting)) {
				if (definition.isReady()) {
					waiting.remove(definition);
					this.console.print("  %-22s ready after %s", definition.name(), since(begun));
				}
			}
			checkTimeout(begun, waiting);
			if (!waiting.isEmpty() && Duration.between(lastReport, Instant.now()).compareTo(PROGRESS_INTERVAL) > 0) {
				lastReport = Instant.now();
				this.console.print("  … still waiting for %s, %s",
						waiting.stream().map(ProcessDefinition::name).collect(Collectors.joining(", ")), since(begun));
			}
			Thread.sleep(POLL_INTERVAL);
		}
		requireAllAlive();
	}

	private static String since(Instant begun) {
		return Console.seconds(Duration.between(begun, Instant.now()));
	}

	private synchronized void launch(ProcessDefinition definition) throws IOException, InterruptedException {
		if (this.stopping) {
			throw new InterruptedException("stopped before %s was started".formatted(definition.name()));
		}
		Path log = Files.createDirectories(this.logs).resolve(definition.name() + ".log");
		if (Files.exists(log)) {
			Files.move(log, log.resolveSibling(definition.name() + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
		}
		ProcessBuilder builder = new ProcessBuilder(IgnoreInterrupt.command(definition.command()))
			.redirectErrorStream(true)
			.redirectInput(new File("/dev/null"))
			.redirectOutput(log.toFile());
		builder.environment().putAll(definition.environment());
		Process process = builder.start();
		this.handles.put(definition.name(), process);
		this.running.add(StartedProcess.of(definition.name(), process.toHandle(), log));
		this.runFile.write(new RunFile.Content(this.launcher, List.copyOf(this.running)));
	}

	/**
	 * Checks every process, also those of earlier calls. An answer on a port is no proof:
	 * it may come from another process that holds the port, while ours could not bind it
	 * and has ended.
	 */
	private void requireAllAlive() throws StartupException {
		for (Map.Entry<String, Process> started : this.handles.entrySet()) {
			if (!started.getValue().isAlive()) {
				throw new StartupException("%s ended with status %d before all were ready; %s"
					.formatted(started.getKey(), started.getValue().exitValue(), LogTail.of(log(started.getKey()))));
			}
		}
	}

	private void checkTimeout(Instant begun, List<ProcessDefinition> waiting) throws StartupException {
		if (!waiting.isEmpty() && Duration.between(begun, Instant.now()).compareTo(this.timeout) > 0) {
			ProcessDefinition definition = waiting.getFirst();
			throw new StartupException(
					"%s was not ready after %d s (%s); %s".formatted(definition.name(), this.timeout.toSeconds(),
							definition.readiness().pendingReason(), LogTail.of(log(definition.name()))));
		}
	}

	private Path log(String name) {
		return this.logs.resolve(name + ".log");
	}

	public synchronized List<StartedProcess> running() {
		return List.copyOf(this.running);
	}

	/** Records that the processes now run without a launcher. */
	public synchronized void detach() throws IOException {
		this.runFile.write(new RunFile.Content(null, List.copyOf(this.running)));
	}

	/** From now on, no process is started and the end of a process is not reported. */
	public synchronized void markStopping() {
		this.stopping = true;
	}

	/** Reports each process that ends on its own, and returns when none is left. */
	public void watch() throws InterruptedException {
		List<String> watched = new ArrayList<>(this.handles.keySet());
		while (!watched.isEmpty()) {
			Thread.sleep(500);
			for (String name : List.copyOf(watched)) {
				Process process = this.handles.get(name);
				if (process != null && !process.isAlive()) {
					watched.remove(name);
					if (!this.stopping) {
						this.console.print("%s ended with status %d; %s", name, process.exitValue(),
								LogTail.of(log(name)));
					}
				}
			}
		}
	}

}
