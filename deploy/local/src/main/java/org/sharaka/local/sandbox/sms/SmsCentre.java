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

import org.sharaka.local.sandbox.Channel;
import org.sharaka.local.sandbox.CuttableServerSocket;
import org.sharaka.local.sandbox.Fault;
import org.sharaka.local.sandbox.Fault.Mode;
import org.sharaka.local.sandbox.Faults;
import org.sharaka.local.sandbox.Login;
import org.sharaka.local.sandbox.Messages;

/** An SMPP 3.4 message centre that delivers everything, unless a fault says otherwise. */
public final class SmsCentre implements Faults.Server, AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(SmsCentre.class);

	private static final int BIND_TIMEOUT_MS = 10_000;

	private static final int ENQUIRE_LINK_MS = 30_000;

	private static final int REQUESTS_AT_ONCE = 32;

	private static final int REQUESTS_QUEUED = 1_000;

	private final InetAddress address;

	private final Optional<Login> login;

	private final Faults faults;

	private final Receipts receipts;

	private final Submissions submissions;

	private final Map<SMPPServerSession, Client> clients = new ConcurrentHashMap<>();

	private final ScheduledExecutorService patience = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("unfinished-sms").factory());

	private int port;

	private @Nullable CuttableServerSocket listener;

	/**
	 * A centre that listens.
	 * @param port 0 for any that is free
	 * @param login the only system id and password that may bind; when empty, any may
	 */
	public SmsCentre(InetAddress address, int port, Optional<Login> login, Faults faults, Messages messages,
			Clock clock) {
		this.address = address;
		this.port = port;
		this.login = login;
		this.faults = faults;
		this.receipts = new Receipts(clock);
		Handset handset = new Handset(messages, clock);
		this.submissions = new Submissions(faults, handset, this::cut, this::awaitEnd, clock);
		this.patience.scheduleWithFixedDelay(handset::showThoseThatWaitInVain, 5, 5, TimeUnit.SECONDS);
		open();
		faults.tell(Channel.SMS, this);
	}

	private record Client(Socket socket, CountDownLatch gone) {
	}

	public synchronized int port() {
		return this.port;
	}

	private synchronized void open() {
		if (this.listener != null) {
			return;
		}
		try {
			CuttableServerSocket opened = new CuttableServerSocket(
					() -> this.faults.strikes(Channel.SMS, Mode.REFUSE_CONNECTION));
			opened.bind(new InetSocketAddress(this.address, this.port), 256);
			this.listener = opened;
			this.port = opened.getLocalPort();
			Thread.ofVirtual().name("smpp-accept").start(() -> acceptUntilClosed(opened));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The SMPP port %d could not be opened".formatted(this.port), ex);
		}
	}

	private void acceptUntilClosed(CuttableServerSocket listening) {
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
					this.submissions, new SendsReceipts(), REQUESTS_AT_ONCE, REQUESTS_QUEUED);
			session.setEnquireLinkTimer(ENQUIRE_LINK_MS);
			session.setTransactionTimer(BIND_TIMEOUT_MS);
			this.clients.put(session, new Client(socket, new CountDownLatch(1)));
			answer(session.waitForBind(BIND_TIMEOUT_MS), session);
		}
		catch (TimeoutException | IllegalStateException | IOException | PDUStringException ex) {
			log.info("An SMPP connection ended before it was bound: {}", ex.toString());
			CuttableServerSocket.cut(socket);
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
				client.gone().countDown();
			}
		}
	}

	private void cut(SMPPServerSession session) {
		Client client = this.clients.get(session);
		if (client != null) {
			CuttableServerSocket.cut(client.socket());
		}
	}

	private void awaitEnd(SMPPServerSession session) {
		Client client = this.clients.get(session);
		try {
			if (client != null) {
				client.gone().await();
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
			this.listener.cutConnections(() -> this.faults.strikes(Channel.SMS, Mode.REFUSE_CONNECTION));
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
			this.listener.cutConnections(() -> true);
			this.listener = null;
		}
	}

	@Override
	public void close() {
		closePort();
		this.receipts.close();
		this.patience.shutdownNow();
	}

	private final class SendsReceipts extends ServerResponseDeliveryAdapter {

		@Override
		public void onSubmitSmRespSent(SubmitSmResult result, SMPPServerSession session) {
			if (result instanceof Accepted accepted && accepted.wantsReceipt()) {
				SmsCentre.this.receipts.send(accepted, session);
			}
		}

	}

}
