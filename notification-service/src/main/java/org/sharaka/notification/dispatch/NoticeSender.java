package org.sharaka.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;
import org.sharaka.notification.contact.Contact;
import org.sharaka.notification.delivery.OutgoingMessage;
import org.sharaka.notification.delivery.Reason;
import org.sharaka.notification.delivery.SendResult;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeUpdate;
import org.sharaka.notification.notice.RetryPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one notice to the providers and decides what follows. Thread-safe.
 */
final class NoticeSender {

	private static final Logger log = LoggerFactory.getLogger(NoticeSender.class);

	private final MessageComposer composer;

	private final Function<OutgoingMessage, SendResult> providers;

	private final RetryPolicy retries;

	private final Clock clock;

	private final MeterRegistry meters;

	NoticeSender(MessageComposer composer, Function<OutgoingMessage, SendResult> providers, RetryPolicy retries,
			Clock clock, MeterRegistry meters) {
		this.composer = composer;
		this.providers = providers;
		this.retries = retries;
		this.clock = clock;
		this.meters = meters;
	}

	/**
	 * Makes one attempt. Blocks as long as the providers do, and throws no exception.
	 * @return a postponement if no provider could be asked
	 */
	NoticeUpdate attempt(OutgoingNotice outgoing) {
		Notice notice = outgoing.notice();
		Instant began = this.clock.instant();
		if (notice.isExpired(began)) {
			return ended(notice, "expired", notice.expired(began));
		}
		Contact contact = outgoing.contact();
		String address = (contact != null) ? contact.addressOn(notice.channel()) : null;
		if (contact == null || address == null) {
			return ended(notice, "suppressed", notice.suppressed("contact-gone", began));
		}
		OutgoingMessage message;
		try {
			message = this.composer.compose(outgoing, contact, address);
		}
		catch (RuntimeException ex) {
			log.error("notice {} of a {} cannot be rendered", notice.id(), notice.eventType(), ex);
			return ended(notice, "unwritable", notice.failed("cannot-be-written", began));
		}
		SendResult result = send(message);
		count(notice, outcome(result));
		Instant now = this.clock.instant();
		if (result instanceof SendResult.Accepted) {
			this.meters.timer("sharaka.notices.handover", "channel", notice.channel().name())
				.record(Duration.between(outgoing.content().request().happenedAt(), now));
		}
		return notice.after(result, began, now, this.retries);
	}

	/** An exception may occur after the message was sent, so the result is unknown. */
	private SendResult send(OutgoingMessage message) {
		try {
			return this.providers.apply(message);
		}
		catch (RuntimeException ex) {
			log.error("a provider threw an exception on {}", message, ex);
			return new SendResult.Unknown(Reason.of("internal-error"));
		}
	}

	private NoticeUpdate ended(Notice notice, String outcome, NoticeUpdate update) {
		count(notice, outcome);
		return update;
	}

	private void count(Notice notice, String outcome) {
		this.meters.counter("sharaka.notices", "channel", notice.channel().name(), "outcome", outcome).increment();
	}

	private static String outcome(SendResult result) {
		return switch (result) {
			case SendResult.Accepted accepted -> "accepted";
			case SendResult.Deferred deferred -> "deferred";
			case SendResult.Rejected rejected -> "rejected";
			case SendResult.Unknown unknown -> "unknown";
			case SendResult.NotAttempted refusal -> "not-attempted";
		};
	}

}
