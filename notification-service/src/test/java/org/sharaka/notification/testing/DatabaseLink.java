package org.sharaka.notification.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import org.sharaka.chassis.testing.TestInfrastructure;

/**
 * The way of another process to the tests' database, which can be cut between two
 * commands: what it says from then on is heard by nobody, and nothing is answered.
 */
public final class DatabaseLink implements AutoCloseable {

	private final ServerAddress database;

	private final ServerSocket listener;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private final Object passing = new Object();

	private boolean cut;

	public DatabaseLink() {
		this.database = new ServerAddress(new ConnectionString(TestInfrastructure.mongodbUri()).getHosts().getFirst());
		try {
			this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::accept);
	}

	/** For the process, in place of the database's own address. */
	public String uri() {
		return "mongodb://127.0.0.1:" + this.listener.getLocalPort() + "/?directConnection=true";
	}

	/** Nothing passes any more when this has returned. */
	public void cut() {
		synchronized (this.passing) {
			this.cut = true;
		}
	}

	public boolean isCut() {
		synchronized (this.passing) {
			return this.cut;
		}
	}

	private void accept() {
		try {
			while (true) {
				Socket process = this.listener.accept();
				Socket server = new Socket(this.database.getHost(), this.database.getPort());
				this.sockets.add(process);
				this.sockets.add(server);
				Thread.ofPlatform().daemon().start(() -> pass(process, server));
				Thread.ofPlatform().daemon().start(() -> pass(server, process));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private void pass(Socket from, Socket to) {
		byte[] bytes = new byte[64 * 1024];
		try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
			for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
				synchronized (this.passing) {
					if (!this.cut) {
						out.write(bytes, 0, count);
					}
				}
			}
		}
		catch (IOException ex) {
			// one of the two has left
		}
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

}
