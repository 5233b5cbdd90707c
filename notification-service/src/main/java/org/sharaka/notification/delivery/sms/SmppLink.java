package org.sharaka.notification.delivery.sms;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one transceiver session bound. A lost session is bound again in the background,
 * so that receipts come in also when nothing is sent; after a failure only once a delay
 * is over that doubles up to half a minute and is spread by half, so that many instances
 * do not come back at once. Thread-safe.
 */
final class SmppLink implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(SmppLink.class);

	private static final Duration FIRST_DELAY = Duration.ofMillis(500);

	private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

	private final SmppProperties settings;

	private final MessageReceiverListener receiver;

	private final InstantSource clock;

	private final RandomGenerator random;

	private final ReentrantLock lock = new ReentrantLock();

	private final ScheduledExecutorService keeper = new ScheduledThreadPoolExecutor(1,
			Thread.ofPlatform().daemon().name("smpp-keeper").factory());

	private volatile @Nullable SMPPSession session;

	private Duration delay = FIRST_DELAY;

	private Instant notBefore = Instant.MIN;

	private volatile boolean closed;

	SmppLink(SmppProperties settings, MessageReceiverListener receiver, InstantSource clock, RandomGenerator random) {
		this.settings = settings;
		this.receiver = receiver;
		this.clock = clock;
		this.random = random;
		this.keeper.scheduleWithFixedDelay(this::keep, 0, 250, TimeUnit.MILLISECONDS);
	}

	/**
	 * @throws IOException if there is no session and none can be had now
	 */
	SMPPSession bound() throws IOException {
		SMPPSession current = this.session;
		if (current != null && current.getSessionState().isBound()) {
			return current;
		}
		this.lock.lock();
		try {
			current = this.session;
			return (current != null && current.getSessionState().isBound()) ? current : bind();
		}
		finally {
			this.lock.unlock();
		}
	}

	private SMPPSession bind() throws IOException {
		Instant now = this.clock.instant();
		if (this.closed || now.isBefore(this.notBefore)) {
			throw new IOException("Not bound");
		}
		SMPPSession candidate = new SMPPSession((host, port) -> connect(host, port, this.settings.timeout()));
		candidate.setEnquireLinkTimer((int) this.settings.enquireLink().toMillis());
		candidate.setTransactionTimer(this.settings.timeout().toMillis());
		candidate.setQueueCapacity(1000);
		candidate.setMessageReceiverListener(this.receiver);
		try {
			candidate.connectAndBind(this.settings.host(), this.settings.port(),
					new BindParameter(BindType.BIND_TRX, this.settings.systemId(), this.settings.password(),
							this.settings.systemType(), TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, null),
					this.settings.timeout().toMillis());
		}
		catch (IOException | RuntimeException ex) {
			candidate.close();
			putOff(this.clock.instant());
			throw ex;
		}
		this.delay = FIRST_DELAY;
		this.session = candidate;
		log.info("Bound to SMS provider {}", this.settings.name());
		return candidate;
	}

	private void putOff(Instant now) {
		double spread = 0.5 + this.random.nextDouble();
		this.notBefore = now.plusMillis((long) (this.delay.toMillis() * spread));
		log.warn("SMS provider {} cannot be bound; next try in {} ms", this.settings.name(),
				Duration.between(now, this.notBefore).toMillis());
		Duration doubled = this.delay.multipliedBy(2);
		this.delay = (doubled.compareTo(LONGEST_DELAY) < 0) ? doubled : LONGEST_DELAY;
	}

	private static SocketConnection connect(String host, int port, Duration timeout) throws IOException {
		Socket socket = new Socket();
		try {
			socket.setTcpNoDelay(true);
			socket.connect(new InetSocketAddress(host, port), (int) timeout.toMillis());
			return new SocketConnection(socket);
		}
		catch (IOException | RuntimeException ex) {
			socket.close();
			throw ex;
		}
	}

	private void keep() {
		try {
			bound();
		}
		catch (IOException | RuntimeException ex) {
			// said where it happened; the next round tries again
		}
	}

	/** Unbinds, so that the centre keeps the receipts for the next session. */
	@Override
	public void close() {
		this.closed = true;
		this.keeper.shutdownNow();
		this.lock.lock();
		try {
			SMPPSession current = this.session;
			if (current != null) {
				current.unbindAndClose();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

}
