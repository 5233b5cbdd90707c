package org.sharaka.local.launcher.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;

import org.sharaka.local.launcher.process.StartupException;

/**
 * A port that a process of the suite listens on.
 *
 * @param process the process that needs the port, as messages name it
 * @param variable the environment variable that sets the port
 */
public record Port(String process, String variable, int number) {

	private static final int CONNECT_TIMEOUT_MS = 500;

	public static Port from(Map<String, String> environment, String process, String variable, int defaultNumber)
			throws StartupException {
		String value = environment.getOrDefault(variable, "").strip();
		if (value.isEmpty()) {
			return new Port(process, variable, defaultNumber);
		}
		try {
			int number = Integer.parseInt(value);
			if (number >= 1 && number <= 65_535) {
				return new Port(process, variable, number);
			}
		}
		catch (NumberFormatException ex) {
			// reported below, together with numbers out of range
		}
		throw new StartupException(
				"%s must be a port number from 1 to 65535, but it is \"%s\".".formatted(variable, value));
	}

	/** Returns whether another process already uses this port. */
	public boolean isTaken() {
		InetAddress loopback = InetAddress.getLoopbackAddress();
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(loopback, this.number));
		}
		catch (IOException ex) {
			return true;
		}
		// some systems allow a second listener on the loopback address beside one on all
		// addresses
		return isListening();
	}

	public boolean isListening() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.number), CONNECT_TIMEOUT_MS);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	public String takenMessage() {
		return "Port %d, which %s needs, is in use by another process: stop that process, or set %s to another port."
			.formatted(this.number, this.process, this.variable);
	}

}
