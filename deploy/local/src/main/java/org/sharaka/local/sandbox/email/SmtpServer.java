package org.sharaka.local.sandbox.email;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

import org.sharaka.local.sandbox.fault.Fault.Mode;
import org.sharaka.local.sandbox.fault.Fault;
import org.sharaka.local.sandbox.fault.Faults;
import org.sharaka.local.sandbox.fault.ResettableServerSocket;
import org.sharaka.local.sandbox.message.Channel;
import org.sharaka.local.sandbox.message.MessageStore;
import org.sharaka.local.sandbox.settings.Credentials;

/** The SMTP server. It accepts every message, unless a fault is set. */
public final class SmtpServer implements Faults.Listener, AutoCloseable {

	private static final int MAX_BYTES = 32 * 1024 * 1024;

	private static final int CONNECTION_TIMEOUT_MS = 600_000;

	private final InetAddress address;

	private final Optional<Credentials> login;

	private final Faults faults;

	private final MessageStore messages;

	private final Clock clock;

	private int port;

	private @Nullable SMTPServer server;

	private @Nullable ResettableServerSocket listener;

	/**
	 * Creates a server and starts it.
	 * @param port 0 for any free port
	 * @param login the credentials that a client must present; if empty, no
	 * authentication is required
	 */
	public SmtpServer(InetAddress address, int port, Optional<Credentials> login, Faults faults, MessageStore messages,
			Clock clock) {
		this.address = address;
		this.port = port;
		this.login = login;
		this.faults = faults;
		this.messages = messages;
		this.clock = clock;
		open();
		faults.register(Channel.EMAIL, this);
	}

	public synchronized int port() {
		return this.port;
	}

	private synchronized void open() {
		if (this.server != null) {
			return;
		}
		SMTPServer opened = SMTPServer.port(this.port)
			.bindAddress(this.address)
			.hostName("sandbox.test")
			.softwareName("Sharaka sandbox")
			.backlog(1024)
			.maxConnections(2000)
			.maxMessageSize(MAX_BYTES)
			.connectionTimeoutMs(CONNECTION_TIMEOUT_MS)
			.insertReceivedHeaders(false)
			.executorService(Executors.newVirtualThreadPerTaskExecutor())
			.serverSocketFactory(this::listener)
			.authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(this::authenticate))
			.requireAuth(this.login.isPresent())
			.messageHandlerFactory(context -> new MailTransaction(context, this.faults, this.messages, this.clock))
			.build();
		opened.start();
		this.server = opened;
		this.port = opened.getPortAllocated();
	}

	private ResettableServerSocket listener() throws IOException {
		ResettableServerSocket opened = new ResettableServerSocket(
				() -> this.faults.applies(Channel.EMAIL, Mode.REFUSE_CONNECTION));
		this.listener = opened;
		return opened;
	}

	private void authenticate(String name, String password, org.subethamail.smtp.MessageContext context)
			throws LoginFailedException {
		if (this.login.isPresent() && !this.login.get().equals(new Credentials(name, password))) {
			throw new LoginFailedException("535 5.7.8 Authentication credentials invalid");
		}
	}

	@Override
	public synchronized void faultChanged(Optional<Fault> fault) {
		if (fault.isPresent() && fault.get().closesPort()) {
			close();
			return;
		}
		open();
		if (this.listener != null) {
			this.listener.resetConnections(() -> this.faults.applies(Channel.EMAIL, Mode.REFUSE_CONNECTION));
		}
	}

	@Override
	public synchronized void close() {
		if (this.server != null) {
			this.server.stop();
			this.server = null;
		}
	}

}
