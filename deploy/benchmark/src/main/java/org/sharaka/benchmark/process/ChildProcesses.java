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

/** The processes of a run. Closing stops them in reverse order of their start. */
public final class ChildProcesses implements AutoCloseable {

	private static final int CONNECT_TIMEOUT_MILLIS = 500;

	private final Path logs;

	private final List<ChildProcess> running = new ArrayList<>();

	private boolean closed;

	public ChildProcesses(Path logs) throws IOException {
		this.logs = Files.createDirectories(logs);
	}

	/** Starts a process whose output is written to its log. */
	public ChildProcess start(String name, List<String> command, Map<String, String> environment) throws IOException {
		Path log = this.logs.resolve(name + ".log");
		return start(name, command, environment, log, ProcessBuilder.Redirect.to(log.toFile()));
	}

	/**
	 * Starts a process whose standard output is read here. Standard error goes to its
	 * log.
	 */
	public ChildProcess startPiped(String name, List<String> command, Map<String, String> environment)
			throws IOException {
		return start(name, command, environment, this.logs.resolve(name + ".log"), ProcessBuilder.Redirect.PIPE);
	}

	private synchronized ChildProcess start(String name, List<String> command, Map<String, String> environment,
			Path log, ProcessBuilder.Redirect output) throws IOException {
		if (this.closed) {
			throw new IOException("the run was stopped before " + name + " was started");
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

	/** Stops a process. */
	public synchronized void end(ChildProcess child) {
		this.running.remove(child);
		child.close();
	}

	/** Returns the processor time of each process, including the benchmark itself. */
	public synchronized Map<String, Duration> cpu() {
		Map<String, Duration> used = new LinkedHashMap<>();
		this.running.forEach((one) -> used.put(one.name(), one.cpu()));
		used.put("benchmark", ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
		return used;
	}

	/** Returns a port of the loopback address that is currently free. */
	public static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/** Returns whether a process listens on this port of the loopback address. */
	public static boolean listens(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_TIMEOUT_MILLIS);
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
