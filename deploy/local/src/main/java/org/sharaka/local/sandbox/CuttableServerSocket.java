package org.sharaka.local.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** A server socket that knows its connections, so that they can be cut. */
public final class CuttableServerSocket extends ServerSocket {

	private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

	private final BooleanSupplier refused;

	/**
	 * Not bound yet.
	 * @param refused asked for each new connection: is it cut at once?
	 */
	public CuttableServerSocket(BooleanSupplier refused) throws IOException {
		this.refused = refused;
		setReuseAddress(true);
	}

	@Override
	public Socket accept() throws IOException {
		while (true) {
			Socket socket = super.accept();
			this.connections.removeIf(Socket::isClosed);
			if (this.refused.getAsBoolean()) {
				cut(socket);
				continue;
			}
			socket.setTcpNoDelay(true);
			this.connections.add(socket);
			return socket;
		}
	}

	/** Cuts those current connections that the question says yes to. */
	public void cutConnections(BooleanSupplier question) {
		for (Socket socket : this.connections) {
			if (question.getAsBoolean()) {
				cut(socket);
				this.connections.remove(socket);
			}
		}
	}

	/** Cuts a connection so that the other side notices at once (TCP reset). */
	public static void cut(Socket socket) {
		try {
			if (!socket.isClosed()) {
				socket.setSoLinger(true, 0);
				socket.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A connection could not be cut", ex);
		}
	}

}
