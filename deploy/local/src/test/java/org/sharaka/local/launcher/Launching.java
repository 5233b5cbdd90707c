package org.sharaka.local.launcher;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Shell scripts in the place of servers; closing ends those that still run. */
final class Launching implements AutoCloseable {

	static final Program.Readiness READY = () -> "";

	final Console console = new Console(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

	final RunFile runFile;

	final Processes processes;

	Launching(Path directory, Duration patience) {
		this.runFile = new RunFile(directory.resolve("running.json"));
		this.processes = new Processes(directory, patience, this.runFile, this.console);
	}

	void start(Program... programs) throws Exception {
		this.processes.start(List.of(programs));
	}

	static Program program(String name, String script, Program.Readiness readiness) {
		return new Program(name, List.of("/bin/sh", "-c", script), Map.of(), readiness);
	}

	boolean ended(String name) {
		return this.processes.running()
			.stream()
			.filter(process -> process.name().equals(name))
			.allMatch(process -> process.handle().isEmpty());
	}

	void stop(List<Running> these) {
		new Stopping(this.console).stop(these);
	}

	@Override
	public void close() {
		stop(this.processes.running());
	}

}
