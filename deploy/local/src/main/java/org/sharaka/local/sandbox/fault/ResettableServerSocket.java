package org.sharaka.local.sandbox.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** A server socket that keeps track of its connections, so that it can reset them. */
public final class ResettableServerSocket extends ServerSocket {

	private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

	private final BooleanSupplier refused;

	/**
	 * Creates a socket that is not bound yet.
	 * @param refused called for each new connection; if it returns true, the connection
	 * is reset at once
	 */
	public ResettableServerSocket(BooleanSupplier refused) throws IOException {
		this.refused = refused;
		setReuseAddress(true);
	}

	@Override
	public Socket accept() throws IOException {
		while (true) {
			Socket socket = super.accept();
			this.connections.removeIf(Socket::isClosed);
			if (this.refused.getAsBoolean()) {
				reset(socket);
				continue;
			}
			socket.setTcpNoDelay(true);
			this.connections.add(socket);
			return socket;
		}
	}

	/** Resets each current connection for which the condition returns true. */
	public void resetConnections(BooleanSupplier condition) {
		for (Socket socket : this.connections) {
			if (condition.getAsBoolean()) {
				reset(socket);
				this.connections.remove(socket);
			}
		}
	}

	/** Closes a connection with a TCP reset, so that the peer notices at once. */
	public static void reset(Socket socket) {
		try {
			if (!socket.isClosed()) {
				socket.setSoLinger(true, 0);
				socket.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A connection could not be reset", ex);
		}
	}

}
