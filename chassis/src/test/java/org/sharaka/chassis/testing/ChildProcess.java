package org.sharaka.chassis.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

/**
 * A main class of the test's class path in a process of its own, so that a test can kill
 * it. Its output is written to a file.
 */
public final class ChildProcess implements AutoCloseable {

	private final Process process;

	private final Path output;

	private ChildProcess(Process process, Path output) {
		this.process = process;
		this.output = output;
	}

	public static ChildProcess start(String mainClass, List<String> jvmOptions, String... arguments) {
		try {
			Path output = Files.createTempFile("child", ".log");
			List<String> command = new ArrayList<>(
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
							"-XX:TieredStopAtLevel=1", "-Dtest.log.level=INFO"));
			command.addAll(jvmOptions);
			command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
			command.addAll(List.of(arguments));
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			return new ChildProcess(process, output);
		}
		catch (IOException ex) {
			throw new IllegalStateException("cannot start " + mainClass, ex);
		}
	}

	/** Waits up to a minute for a line that contains the text. */
	public void awaitLine(String text) {
		Awaitility.await(text).atMost(Duration.ofMinutes(1)).until(() -> {
			if (output().contains(text)) {
				return true;
			}
			if (!this.process.isAlive()) {
				throw new IllegalStateException("the process ended before it printed '" + text + "':\n" + output());
			}
			return false;
		});
	}

	/** Kills the process with SIGKILL, so that no shutdown hook runs. */
	public void kill() {
		this.process.destroyForcibly();
		awaitEnd();
	}

	/** Stops it as SIGSTOP does, until {@link #resume()}. */
	public void suspend() {
		signal("STOP");
	}

	/** Lets it continue after {@link #suspend()}. */
	public void resume() {
		signal("CONT");
	}

	private void signal(String name) {
		try {
			new ProcessBuilder("kill", "-" + name, Long.toString(this.process.pid())).inheritIO().start().waitFor();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException("cannot send SIG" + name, ex);
		}
	}

	/** Waits for its end, up to a minute. */
	public int awaitEnd() {
		try {
			if (!this.process.waitFor(1, TimeUnit.MINUTES)) {
				throw new IllegalStateException("the process did not end:\n" + output());
			}
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public String output() {
		try (BufferedReader reader = Files.newBufferedReader(this.output)) {
			return String.join("\n", reader.lines().toList());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
