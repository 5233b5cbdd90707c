package org.sharaka.local.launcher;

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

/** The processes of this run: started, awaited, listed in the run file. */
final class Processes {

	private static final Duration POLL = Duration.ofMillis(150);

	private static final Duration SAY_AGAIN = Duration.ofSeconds(10);

	private final Path logs;

	private final Duration patience;

	private final RunFile runFile;

	private final Console console;

	private final Running launcher;

	private final List<Running> running = new ArrayList<>();

	private final Map<String, Process> handles = new LinkedHashMap<>();

	private volatile boolean endExpected;

	Processes(Path logs, Duration patience, RunFile runFile, Console console) {
		this.logs = logs;
		this.patience = patience;
		this.runFile = runFile;
		this.console = console;
		this.launcher = Running.of("launcher", ProcessHandle.current(), logs);
	}

	/**
	 * Starts these together and returns when all are ready.
	 * @throws CannotStart if one of them ends or is not ready in time; the message has
	 * its last lines
	 * @throws InterruptedException if the end is expected
	 */
	void start(List<Program> programs) throws IOException, InterruptedException, CannotStart {
		Instant begun = Instant.now();
		for (Program program : programs) {
			launch(program);
		}
		List<Program> waiting = new ArrayList<>(programs);
		Instant said = begun;
		while (!waiting.isEmpty()) {
			requireAllAlive();
			for (Program program : List.copyOf(waiting)) {
				if (program.ready()) {
					waiting.remove(program);
					this.console.say("  %-22s ready after %s", program.name(), since(begun));
				}
			}
			checkPatience(begun, waiting);
			if (!waiting.isEmpty() && Duration.between(said, Instant.now()).compareTo(SAY_AGAIN) > 0) {
				said = Instant.now();
				this.console.say("  … still waiting for %s, %s",
						waiting.stream().map(Program::name).collect(Collectors.joining(", ")), since(begun));
			}
			Thread.sleep(POLL);
		}
		requireAllAlive();
	}

	private static String since(Instant begun) {
		return Console.seconds(Duration.between(begun, Instant.now()));
	}

	private synchronized void launch(Program program) throws IOException, InterruptedException {
		if (this.endExpected) {
			throw new InterruptedException("asked to end before %s was started".formatted(program.name()));
		}
		Path log = Files.createDirectories(this.logs).resolve(program.name() + ".log");
		if (Files.exists(log)) {
			Files.move(log, log.resolveSibling(program.name() + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
		}
		ProcessBuilder builder = new ProcessBuilder(DeafToCtrlC.command(program.command())).redirectErrorStream(true)
			.redirectInput(new File("/dev/null"))
			.redirectOutput(log.toFile());
		builder.environment().putAll(program.environment());
		Process process = builder.start();
		this.handles.put(program.name(), process);
		this.running.add(Running.of(program.name(), process.toHandle(), log));
		this.runFile.write(new RunFile.Suite(this.launcher, List.copyOf(this.running)));
	}

	/**
	 * Those of an earlier call too. An answer proves nothing by itself: it may come from
	 * another process, on the port that one of these could not get.
	 */
	private void requireAllAlive() throws CannotStart {
		for (Map.Entry<String, Process> started : this.handles.entrySet()) {
			if (!started.getValue().isAlive()) {
				throw new CannotStart("%s ended with status %d before all were ready; %s".formatted(started.getKey(),
						started.getValue().exitValue(), LogTail.of(log(started.getKey()))));
			}
		}
	}

	private void checkPatience(Instant begun, List<Program> waiting) throws CannotStart {
		if (!waiting.isEmpty() && Duration.between(begun, Instant.now()).compareTo(this.patience) > 0) {
			Program program = waiting.getFirst();
			throw new CannotStart("%s was not ready after %d s (%s); %s".formatted(program.name(),
					this.patience.toSeconds(), program.readiness().missing(), LogTail.of(log(program.name()))));
		}
	}

	private Path log(String name) {
		return this.logs.resolve(name + ".log");
	}

	synchronized List<Running> running() {
		return List.copyOf(this.running);
	}

	/** From now on {@code deploy/down} need not look for a launcher. */
	synchronized void leaveRunning() throws IOException {
		this.runFile.write(new RunFile.Suite(null, List.copyOf(this.running)));
	}

	/** From now on no process is started, and it is no news when one ends. */
	synchronized void expectTheEnd() {
		this.endExpected = true;
	}

	/** Says so when a process ends by itself; returns when none is left. */
	void watch() throws InterruptedException {
		List<String> watched = new ArrayList<>(this.handles.keySet());
		while (!watched.isEmpty()) {
			Thread.sleep(500);
			for (String name : List.copyOf(watched)) {
				Process process = this.handles.get(name);
				if (process != null && !process.isAlive()) {
					watched.remove(name);
					if (!this.endExpected) {
						this.console.say("%s ended with status %d; %s", name, process.exitValue(),
								LogTail.of(log(name)));
					}
				}
			}
		}
	}

}
