package org.sharaka.local.launcher.process;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.sharaka.local.console.Console;

/** Starts shell scripts in place of servers. Closing ends those that still run. */
final class ScriptedProcesses implements AutoCloseable {

	static final ProcessDefinition.Readiness READY = () -> "";

	final Console console = new Console(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

	final RunFile runFile;

	final ProcessGroup processes;

	ScriptedProcesses(Path directory, Duration timeout) {
		this.runFile = new RunFile(directory.resolve("running.json"));
		this.processes = new ProcessGroup(directory, timeout, this.runFile, this.console);
	}

	void start(ProcessDefinition... programs) throws Exception {
		this.processes.start(List.of(programs));
	}

	static ProcessDefinition program(String name, String script, ProcessDefinition.Readiness readiness) {
		return new ProcessDefinition(name, List.of("/bin/sh", "-c", script), Map.of(), readiness);
	}

	boolean ended(String name) {
		return this.processes.running()
			.stream()
			.filter(process -> process.name().equals(name))
			.allMatch(process -> process.handle().isEmpty());
	}

	void stop(List<StartedProcess> these) {
		new ProcessStopper(this.console).stop(these);
	}

	@Override
	public void close() {
		stop(this.processes.running());
	}

}
