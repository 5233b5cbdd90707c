package org.sharaka.notification.delivery.sms;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.delivery.OutgoingMessage;
import org.sharaka.notification.delivery.Provider;
import org.sharaka.notification.delivery.Reason;
import org.sharaka.notification.delivery.ReceiptListener;
import org.sharaka.notification.delivery.SendResult;
import org.sharaka.notification.delivery.SendResult.Accepted;
import org.sharaka.notification.delivery.SendResult.Deferred;
import org.sharaka.notification.delivery.SendResult.Origin;
import org.sharaka.notification.delivery.SendResult.Rejected;
import org.sharaka.notification.delivery.SendResult.Unknown;
import org.sharaka.notification.delivery.SmsContent;

/**
 * Hands SMS to one provider over SMPP 3.4.
 * <p>
 * The parts of a message go one after the other, each after the response to the one
 * before. So when a part is refused or lost, the parts after it were certainly not sent
 * and nobody can read the message as a whole: that is a deferral
 * ({@code partly-accepted}), and the next try repeats all parts under the same reference
 * (taken from the notice's id), which handsets join with what they have. Only the last
 * part's lost response leaves the outcome unknown.
 */
public final class SmppProvider implements Provider {

	private static final int TRIES_OF_A_LATER_PART = 4;

	private final SmppProperties settings;

	private final SmppLink link;

	private final Semaphore window;

	private final Duration pause;

	/**
	 * @param pause the wait before a throttled later part is tried again
	 */
	public SmppProvider(SmppProperties settings, ReceiptListener receipts, InstantSource clock, RandomGenerator random,
			Duration pause) {
		this.settings = settings;
		this.window = new Semaphore(settings.window());
		this.pause = pause;
		this.link = new SmppLink(settings,
				new SmppReceiver(new SmppReceipts(settings.name(), settings.receiptIds()), receipts), clock, random);
	}

	@Override
	public String name() {
		return this.settings.name();
	}

	@Override
	public Channel channel() {
		return Channel.SMS;
	}

	/** The number of parts. */
	@Override
	public int cost(OutgoingMessage message) {
		return text(message).parts().size();
	}

	@Override
	public SendResult send(OutgoingMessage message) {
		SmsText text = text(message);
		if (text.parts().size() > SmsText.MOST_PARTS) {
			return new Rejected(Reason.of("text-too-long"));
		}
		List<String> ids = new ArrayList<>();
		for (int part = 0; part < text.parts().size(); part++) {
			SendResult outcome = submitPatiently(message.to(), text, part);
			if (!(outcome instanceof Accepted accepted)) {
				return ofWhole(outcome, part, text.parts().size());
			}
			ids.addAll(accepted.messageIds());
		}
		return new Accepted(ids);
	}

	/** What the outcome of one part, at which sending stopped, means for the message. */
	private static SendResult ofWhole(SendResult outcome, int part, int parts) {
		boolean first = part == 0;
		boolean last = part == parts - 1;
		return switch (outcome) {
			case Accepted accepted -> accepted;
			case SendResult.NotAttempted refusal -> refusal;
			case Unknown unknown ->
				last ? unknown : new Deferred(new Reason("partly-accepted", unknown.reason().reply()), Origin.PROVIDER);
			case Deferred deferred -> first ? deferred
					: new Deferred(new Reason("partly-accepted", deferred.reason().reply()), Origin.PROVIDER);
			case Rejected rejected ->
				first ? rejected : new Rejected(new Reason("partly-accepted", rejected.reason().reply()));
		};
	}

	/**
	 * A later part that is throttled waits here, because beginning again would send the
	 * earlier ones twice.
	 */
	private SendResult submitPatiently(String to, SmsText text, int part) {
		SendResult outcome = submit(to, text, part);
		for (int tries = 1; part > 0 && tries < TRIES_OF_A_LATER_PART && isThrottled(outcome); tries++) {
			try {
				Thread.sleep(this.pause);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return outcome;
			}
			outcome = submit(to, text, part);
		}
		return outcome;
	}

	private static boolean isThrottled(SendResult outcome) {
		return outcome instanceof Deferred deferred && deferred.origin() == Origin.THROTTLE;
	}

	private SendResult submit(String to, SmsText text, int part) {
		SMPPSession session;
		try {
			session = this.link.bound();
			if (!this.window.tryAcquire(this.settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
				return new Deferred(Reason.of("window-full"), Origin.THROTTLE);
			}
		}
		catch (IOException ex) {
			return new Deferred(Reason.of("not-bound"), Origin.CONNECTION);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Deferred(Reason.of("interrupted"), Origin.THROTTLE);
		}
		try {
			return submit(session, to, text, text.parts().get(part));
		}
		finally {
			this.window.release();
		}
	}

	private SendResult submit(SMPPSession session, String to, SmsText text, byte[] part) {
		ESMClass esmClass = new ESMClass(MessageMode.DEFAULT, MessageType.DEFAULT,
				text.isConcatenated() ? GSMSpecificFeature.UDHI : GSMSpecificFeature.DEFAULT);
		Sender from = Sender.of(this.settings.sender());
		try {
			String id = session
				.submitShortMessage("", from.ton(), from.npi(), from.address(), TypeOfNumber.INTERNATIONAL,
						NumberingPlanIndicator.ISDN, to.startsWith("+") ? to.substring(1) : to, esmClass, (byte) 0,
						(byte) 0, null, null, new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE), (byte) 0,
						new RawDataCoding(text.encoding().dataCoding()), (byte) 0, part)
				.getMessageId();
			return new Accepted(List.of(id));
		}
		catch (NegativeResponseException ex) {
			return SmppSendResults.of(ex.getCommandStatus());
		}
		catch (ResponseTimeoutException ex) {
			return new Unknown(Reason.of("no-response"));
		}
		catch (InvalidResponseException ex) {
			return new Unknown(Reason.of("invalid-response"));
		}
		catch (PDUException ex) {
			return new Rejected(Reason.of("invalid-message"));
		}
		catch (IOException ex) {
			// the PDU was not written, or not as a whole
			return new Deferred(Reason.of("connection-lost"), Origin.CONNECTION);
		}
	}

	private static SmsText text(OutgoingMessage message) {
		if (!(message.content() instanceof SmsContent content)) {
			throw new IllegalArgumentException("Not an SMS: " + message);
		}
		int hash = message.noticeId().hashCode();
		return SmsText.of(content.text(), (hash ^ hash >>> 8 ^ hash >>> 16 ^ hash >>> 24) & 0xFF);
	}

	@Override
	public void close() {
		this.link.close();
	}

	private record Sender(TypeOfNumber ton, NumberingPlanIndicator npi, String address) {

		static Sender of(String sender) {
			if (sender.matches("\\+[0-9]+")) {
				return new Sender(TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, sender.substring(1));
			}
			return sender.matches("[0-9]+")
					? new Sender(TypeOfNumber.NETWORK_SPECIFIC, NumberingPlanIndicator.UNKNOWN, sender)
					: new Sender(TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN, sender);
		}

	}

}
