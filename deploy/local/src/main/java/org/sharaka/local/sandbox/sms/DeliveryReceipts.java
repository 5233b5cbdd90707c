package org.sharaka.local.sandbox.sms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends delivery receipts (SMPP 3.4, appendix B) over any session of the same system id
 * that can receive. A receipt that cannot be sent waits for the next such session; the
 * number of waiting receipts is bounded.
 */
final class DeliveryReceipts implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(DeliveryReceipts.class);

	private static final int MAX_WAITING = 10_000;

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

	private final Clock clock;

	private final Map<SMPPServerSession, String> systems = new ConcurrentHashMap<>();

	private final Deque<Waiting> waiting = new ArrayDeque<>();

	private final ExecutorService sending = Executors.newFixedThreadPool(4, Thread.ofVirtual().factory());

	DeliveryReceipts(Clock clock) {
		this.clock = clock;
	}

	private record Waiting(String system, AcceptedSubmission accepted) {
	}

	void bound(SMPPServerSession session, String system) {
		this.systems.put(session, system);
		if (session.getSessionState().isReceivable()) {
			this.sending.execute(this::sendWaiting);
		}
	}

	void closed(SMPPServerSession session) {
		this.systems.remove(session);
	}

	/**
	 * Sends a receipt. Must not be called before the response to the submission is sent.
	 */
	void send(AcceptedSubmission accepted, SMPPServerSession session) {
		String system = this.systems.get(session);
		if (system != null) {
			this.sending.execute(() -> deliverOrKeep(new Waiting(system, accepted)));
		}
	}

	private void sendWaiting() {
		Waiting next = poll();
		int left = MAX_WAITING;
		while (next != null && left-- > 0) {
			deliverOrKeep(next);
			next = poll();
		}
	}

	private void deliverOrKeep(Waiting receipt) {
		for (Map.Entry<SMPPServerSession, String> entry : this.systems.entrySet()) {
			SMPPServerSession session = entry.getKey();
			if (entry.getValue().equals(receipt.system()) && session.getSessionState().isReceivable()
					&& delivered(receipt.accepted(), session)) {
				return;
			}
		}
		synchronized (this.waiting) {
			this.waiting.addLast(receipt);
			if (this.waiting.size() > MAX_WAITING) {
				this.waiting.removeFirst();
				log.warn("Dropped a delivery receipt: {} others are waiting for a receiving session", MAX_WAITING);
			}
		}
	}

	private @Nullable Waiting poll() {
		synchronized (this.waiting) {
			return this.waiting.pollFirst();
		}
	}

	private boolean delivered(AcceptedSubmission accepted, SMPPServerSession session) {
		SubmitSm to = accepted.submission();
		try {
			session.deliverShortMessage("", TypeOfNumber.valueOf(to.getDestAddrTon()),
					NumberingPlanIndicator.valueOf(to.getDestAddrNpi()), to.getDestAddress(),
					TypeOfNumber.valueOf(to.getSourceAddrTon()), NumberingPlanIndicator.valueOf(to.getSourceAddrNpi()),
					to.getSourceAddr(), new ESMClass(MessageType.SMSC_DEL_RECEIPT.value()), (byte) 0, (byte) 0,
					new RegisteredDelivery(0), DataCodings.ZERO, text(accepted),
					new OptionalParameter.Receipted_message_id(accepted.getMessageId()),
					new OptionalParameter.Message_state(MessageState.DELIVERED.value()));
			return true;
		}
		catch (PDUException | ResponseTimeoutException | InvalidResponseException | NegativeResponseException
				| IOException ex) {
			log.info("A delivery receipt was not accepted: {}", ex.toString());
			return false;
		}
	}

	private byte[] text(AcceptedSubmission accepted) {
		Instant done = this.clock.instant();
		return "id:%s sub:001 dlvrd:001 submit date:%s done date:%s stat:DELIVRD err:000 text:"
			.formatted(accepted.getMessageId(), MINUTE.format(accepted.at()), MINUTE.format(done))
			.getBytes(StandardCharsets.US_ASCII);
	}

	@Override
	public void close() {
		this.sending.shutdownNow();
	}

}
