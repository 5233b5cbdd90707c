package org.sharaka.local.sandbox.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerResponseDeliveryAdapter;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.sharaka.local.sandbox.fault.Fault.Mode;
import org.sharaka.local.sandbox.fault.Fault;
import org.sharaka.local.sandbox.fault.Faults;
import org.sharaka.local.sandbox.fault.ResettableServerSocket;
import org.sharaka.local.sandbox.message.Channel;
import org.sharaka.local.sandbox.message.MessageStore;
import org.sharaka.local.sandbox.settings.Credentials;

/** An SMPP 3.4 message centre. It delivers every message, unless a fault is set. */
public final class SmscServer implements Faults.Listener, AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(SmscServer.class);

	private static final int BIND_TIMEOUT_MS = 10_000;

	private static final int ENQUIRE_LINK_INTERVAL_MS = 30_000;

	private static final int MAX_CONCURRENT_REQUESTS = 32;

	private static final int MAX_QUEUED_REQUESTS = 1_000;

	private final InetAddress address;

	private final Optional<Credentials> login;

	private final Faults faults;

	private final DeliveryReceipts receipts;

	private final SubmissionHandler submissions;

	private final Map<SMPPServerSession, Client> clients = new ConcurrentHashMap<>();

	private final ScheduledExecutorService reassemblyTimer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("sms-reassembly").factory());

	private int port;

	private @Nullable ResettableServerSocket listener;

	/**
	 * Creates a message centre and starts it.
	 * @param port 0 for any free port
	 * @param login the system id and password that a client must present; if empty, any
	 * client may bind
	 */
	public SmscServer(InetAddress address, int port, Optional<Credentials> login, Faults faults, MessageStore messages,
			Clock clock) {
		this.address = address;
		this.port = port;
		this.login = login;
		this.faults = faults;
		this.receipts = new DeliveryReceipts(clock);
		MessageAssembler handset = new MessageAssembler(messages, clock);
		this.submissions = new SubmissionHandler(faults, handset, this::reset, this::awaitDisconnect, clock);
		this.reassemblyTimer.scheduleWithFixedDelay(handset::releaseIncompleteMessages, 5, 5, TimeUnit.SECONDS);
		open();
		faults.register(Channel.SMS, this);
	}

	private record Client(Socket socket, CountDownLatch disconnected) {
	}

	public synchronized int port() {
		return this.port;
	}

	private synchronized void open() {
		if (this.listener != null) {
			return;
		}
		try {
			ResettableServerSocket opened = new ResettableServerSocket(
					() -> this.faults.applies(Channel.SMS, Mode.REFUSE_CONNECTION));
			opened.bind(new InetSocketAddress(this.address, this.port), 256);
			this.listener = opened;
			this.port = opened.getLocalPort();
			Thread.ofVirtual().name("smpp-accept").start(() -> acceptUntilClosed(opened));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The SMPP port %d could not be opened".formatted(this.port), ex);
		}
	}

	private void acceptUntilClosed(ResettableServerSocket listening) {
		while (!listening.isClosed()) {
			try {
				Socket socket = listening.accept();
				Thread.ofVirtual().start(() -> serve(socket));
			}
			catch (IOException ex) {
				if (!listening.isClosed()) {
					log.warn("An SMPP connection was not accepted: {}", ex.toString());
				}
			}
		}
	}

	private void serve(Socket socket) {
		try {
			SMPPServerSession session = new SMPPServerSession(new SocketConnection(socket), this::stateChanged,
					this.submissions, new ReceiptSender(), MAX_CONCURRENT_REQUESTS, MAX_QUEUED_REQUESTS);
			session.setEnquireLinkTimer(ENQUIRE_LINK_INTERVAL_MS);
			session.setTransactionTimer(BIND_TIMEOUT_MS);
			this.clients.put(session, new Client(socket, new CountDownLatch(1)));
			answer(session.waitForBind(BIND_TIMEOUT_MS), session);
		}
		catch (TimeoutException | IllegalStateException | IOException | PDUStringException ex) {
			log.info("An SMPP connection ended before it was bound: {}", ex.toString());
			ResettableServerSocket.reset(socket);
		}
	}

	private void answer(BindRequest bind, SMPPServerSession session) throws IOException, PDUStringException {
		if (this.login.isPresent() && !this.login.get().name().equals(bind.getSystemId())) {
			bind.reject(SMPPConstant.STAT_ESME_RINVSYSID);
		}
		else if (this.login.isPresent() && !this.login.get().password().equals(bind.getPassword())) {
			bind.reject(SMPPConstant.STAT_ESME_RINVPASWD);
		}
		else {
			bind.accept("sandbox", InterfaceVersion.IF_34);
			this.receipts.bound(session, bind.getSystemId());
		}
	}

	private void stateChanged(SessionState now, SessionState before, Session session) {
		if (now == SessionState.CLOSED && session instanceof SMPPServerSession ended) {
			this.receipts.closed(ended);
			Client client = this.clients.remove(ended);
			if (client != null) {
				client.disconnected().countDown();
			}
		}
	}

	private void reset(SMPPServerSession session) {
		Client client = this.clients.get(session);
		if (client != null) {
			ResettableServerSocket.reset(client.socket());
		}
	}

	private void awaitDisconnect(SMPPServerSession session) {
		Client client = this.clients.get(session);
		try {
			if (client != null) {
				client.disconnected().await();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public synchronized void faultChanged(Optional<Fault> fault) {
		if (fault.isPresent() && fault.get().closesPort()) {
			closePort();
			return;
		}
		open();
		if (this.listener != null) {
			this.listener.resetConnections(() -> this.faults.applies(Channel.SMS, Mode.REFUSE_CONNECTION));
		}
	}

	private synchronized void closePort() {
		if (this.listener != null) {
			try {
				this.listener.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The SMPP port could not be closed", ex);
			}
			this.listener.resetConnections(() -> true);
			this.listener = null;
		}
	}

	@Override
	public void close() {
		closePort();
		this.receipts.close();
		this.reassemblyTimer.shutdownNow();
	}

	private final class ReceiptSender extends ServerResponseDeliveryAdapter {

		@Override
		public void onSubmitSmRespSent(SubmitSmResult result, SMPPServerSession session) {
			if (result instanceof AcceptedSubmission accepted && accepted.wantsReceipt()) {
				SmscServer.this.receipts.send(accepted, session);
			}
		}

	}

}
