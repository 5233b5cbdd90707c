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

import org.sharaka.local.sandbox.Channel;
import org.sharaka.local.sandbox.CuttableServerSocket;
import org.sharaka.local.sandbox.Fault;
import org.sharaka.local.sandbox.Fault.Mode;
import org.sharaka.local.sandbox.Faults;
import org.sharaka.local.sandbox.Login;
import org.sharaka.local.sandbox.Messages;

/** The mail server: takes everything for everyone, unless a fault says otherwise. */
public final class SmtpServer implements Faults.Server, AutoCloseable {

	private static final int MOST_BYTES = 32 * 1024 * 1024;

	private static final int TEN_MINUTES = 600_000;

	private final InetAddress address;

	private final Optional<Login> login;

	private final Faults faults;

	private final Messages messages;

	private final Clock clock;

	private int port;

	private @Nullable SMTPServer server;

	private @Nullable CuttableServerSocket listener;

	/**
	 * A server that listens.
	 * @param port 0 for any that is free
	 * @param login the only one that may send; when empty, anyone may, with or without
	 */
	public SmtpServer(InetAddress address, int port, Optional<Login> login, Faults faults, Messages messages,
			Clock clock) {
		this.address = address;
		this.port = port;
		this.login = login;
		this.faults = faults;
		this.messages = messages;
		this.clock = clock;
		open();
		faults.tell(Channel.EMAIL, this);
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
			.maxMessageSize(MOST_BYTES)
			.connectionTimeoutMs(TEN_MINUTES)
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

	private CuttableServerSocket listener() throws IOException {
		CuttableServerSocket opened = new CuttableServerSocket(
				() -> this.faults.strikes(Channel.EMAIL, Mode.REFUSE_CONNECTION));
		this.listener = opened;
		return opened;
	}

	private void authenticate(String name, String password, org.subethamail.smtp.MessageContext context)
			throws LoginFailedException {
		if (this.login.isPresent() && !this.login.get().equals(new Login(name, password))) {
			throw new LoginFailedException("535 5.7.8 Wrong user name or password");
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
			this.listener.cutConnections(() -> this.faults.strikes(Channel.EMAIL, Mode.REFUSE_CONNECTION));
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
