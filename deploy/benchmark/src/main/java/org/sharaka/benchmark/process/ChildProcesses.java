package org.sharaka.benchmark.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.sharaka.local.launcher.process.IgnoreInterrupt;

/** All processes of a run. Closing ends those that still run, the last to start first. */
public final class ChildProcesses implements AutoCloseable {

	private static final int CONNECT_MILLIS = 500;

	private final Path logs;

	private final List<ChildProcess> running = new ArrayList<>();

	private boolean closed;

	public ChildProcesses(Path logs) throws IOException {
		this.logs = Files.createDirectories(logs);
	}

	/** Starts a program that writes to its own log. */
	public ChildProcess start(String name, List<String> command, Map<String, String> environment) throws IOException {
		Path log = this.logs.resolve(name + ".log");
		return start(name, command, environment, log, ProcessBuilder.Redirect.to(log.toFile()));
	}

	/**
	 * Starts a program whose output is read here; what goes to standard error is logged.
	 */
	public ChildProcess startPiped(String name, List<String> command, Map<String, String> environment)
			throws IOException {
		return start(name, command, environment, this.logs.resolve(name + ".log"), ProcessBuilder.Redirect.PIPE);
	}

	private synchronized ChildProcess start(String name, List<String> command, Map<String, String> environment,
			Path log, ProcessBuilder.Redirect output) throws IOException {
		if (this.closed) {
			throw new IOException("the run was ended before " + name + " was started");
		}
		ProcessBuilder builder = new ProcessBuilder(IgnoreInterrupt.command(command)).redirectOutput(output);
		if (output == ProcessBuilder.Redirect.PIPE) {
			builder.redirectError(log.toFile());
		}
		else {
			builder.redirectErrorStream(true);
		}
		builder.environment().putAll(environment);
		ChildProcess child = new ChildProcess(name, builder.start(), log);
		this.running.add(child);
		return child;
	}

	/** Ends one of them. */
	public synchronized void end(ChildProcess child) {
		this.running.remove(child);
		child.close();
	}

	/** Processor time by process, with the benchmark's own. */
	public synchronized Map<String, Duration> cpu() {
		Map<String, Duration> used = new LinkedHashMap<>();
		this.running.forEach((one) -> used.put(one.name(), one.cpu()));
		used.put("benchmark", ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
		return used;
	}

	/** A port on the loopback address that was free just now. */
	public static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/** Whether somebody listens on this port of the loopback address. */
	public static boolean listens(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		this.running.reversed().forEach(ChildProcess::close);
		this.running.clear();
	}

}
