package org.sharaka.notification.delivery.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An SMTP server that answers by script, to be as nasty as real ones. {@link #DROP}
 * closes the connection in place of an answer, {@link #HANG} never answers; an answer
 * that ends with {@link #DROP} is given and then the connection closed.
 */
public final class ScriptedSmtpServer implements AutoCloseable {

	public static final String DROP = "<drop>";

	public static final String HANG = "<hang>";

	/**
	 * Answers the n-th connection's command; {@code GREETING} and {@code .} are commands
	 * too.
	 */
	public interface Script {

		String answer(int connection, String command);

		default String polite(String command) {
			return switch (command.split("[ :]")[0]) {
				case "GREETING" -> "220 ready";
				case "EHLO" -> "250-test\r\n250 ENHANCEDSTATUSCODES";
				case "DATA" -> "354 go on";
				case "QUIT" -> "221 bye";
				default -> "250 2.0.0 ok";
			};
		}

	}

	private final ServerSocket listener;

	private final Script script;

	private final AtomicInteger connections = new AtomicInteger();

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private final List<String> commands = new CopyOnWriteArrayList<>();

	private final List<String> mails = new CopyOnWriteArrayList<>();

	public ScriptedSmtpServer(Script script) throws IOException {
		this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.script = script;
		Thread.ofVirtual().start(this::accept);
	}

	public int port() {
		return this.listener.getLocalPort();
	}

	int connections() {
		return this.connections.get();
	}

	List<String> commands() {
		return this.commands;
	}

	/**
	 * All that came after a {@code DATA}, headers first, whatever was answered at its
	 * end.
	 */
	public List<String> mails() {
		return this.mails;
	}

	private void accept() {
		try {
			while (true) {
				Socket socket = this.listener.accept();
				this.sockets.add(socket);
				int number = this.connections.incrementAndGet();
				Thread.ofVirtual().start(() -> serve(number, socket));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private void serve(int number, Socket socket) {
		try (socket) {
			BufferedReader in = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
			String command = "GREETING";
			StringBuilder mail = new StringBuilder();
			boolean body = false;
			while (command != null) {
				if (body && !command.equals(".")) {
					mail.append(command).append("\n");
				}
				else {
					if (body) {
						this.mails.add(mail.toString());
						mail.setLength(0);
					}
					body = false;
					this.commands.add(command);
					String answer = this.script.answer(number, command);
					if (!say(answer, socket.getOutputStream())) {
						return;
					}
					body = command.equals("DATA") && answer.startsWith("354");
				}
				command = in.readLine();
			}
		}
		catch (IOException ex) {
			// the client left
		}
	}

	private static boolean say(String answer, OutputStream out) throws IOException {
		if (answer.equals(HANG)) {
			return true;
		}
		String words = answer.replace(DROP, "");
		if (!words.isEmpty()) {
			out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
			out.flush();
		}
		return words.equals(answer);
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

}
