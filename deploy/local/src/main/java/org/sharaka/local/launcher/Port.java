package org.sharaka.local.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;

/**
 * A port that a process of the suite listens on.
 *
 * @param variable the environment variable that moves it
 */
record Port(String process, String variable, int number) {

	private static final int CONNECT_MS = 500;

	static Port from(Map<String, String> environment, String process, String variable, int otherwise)
			throws CannotStart {
		String value = environment.getOrDefault(variable, "").strip();
		if (value.isEmpty()) {
			return new Port(process, variable, otherwise);
		}
		try {
			int number = Integer.parseInt(value);
			if (number >= 1 && number <= 65_535) {
				return new Port(process, variable, number);
			}
		}
		catch (NumberFormatException ex) {
			// answered below, as a number out of range is
		}
		throw new CannotStart("%s must be a port number from 1 to 65535, and it is \"%s\".".formatted(variable, value));
	}

	/** True when another process already listens here. */
	boolean taken() {
		InetAddress loopback = InetAddress.getLoopbackAddress();
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(loopback, this.number));
		}
		catch (IOException ex) {
			return true;
		}
		// some systems let a loopback listener hide behind one on all addresses
		return answers();
	}

	boolean answers() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.number), CONNECT_MS);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	String takenSentence() {
		return "Port %d, which %s needs, is taken by another process: stop that one, or set %s to another port."
			.formatted(this.number, this.process, this.variable);
	}

}
