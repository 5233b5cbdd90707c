package org.sharaka.notification.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;
import org.sharaka.notification.contact.Contact;
import org.sharaka.notification.delivery.Delivery;
import org.sharaka.notification.delivery.Dispatch;
import org.sharaka.notification.delivery.NotAttempted;
import org.sharaka.notification.delivery.Outcome;
import org.sharaka.notification.delivery.Reason;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeChange;
import org.sharaka.notification.notice.RetryPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at one notice: what is asked of the providers, and what follows from it.
 * Thread-safe.
 */
final class Sender {

	private static final Logger log = LoggerFactory.getLogger(Sender.class);

	private final Composer composer;

	private final Function<Dispatch, Delivery> providers;

	private final RetryPolicy retries;

	private final Clock clock;

	private final MeterRegistry meters;

	Sender(Composer composer, Function<Dispatch, Delivery> providers, RetryPolicy retries, Clock clock,
			MeterRegistry meters) {
		this.composer = composer;
		this.providers = providers;
		this.retries = retries;
		this.clock = clock;
		this.meters = meters;
	}

	/**
	 * What came of an attempt.
	 *
	 * @param pause how long the providers ask to be left alone; zero if they do not
	 */
	record Attempt(NoticeChange change, Duration pause) {
	}

	/** Blocks as long as the providers do; throws nothing. */
	Attempt attempt(Ready ready) {
		Notice notice = ready.notice();
		Instant began = this.clock.instant();
		if (notice.isOver(began)) {
			return ended(notice, "expired", notice.expired(began));
		}
		Contact contact = ready.contact();
		String address = (contact != null) ? contact.addressOn(notice.channel()) : null;
		if (contact == null || address == null) {
			return ended(notice, "suppressed", notice.suppressed("contact-gone", began));
		}
		Dispatch dispatch;
		try {
			dispatch = this.composer.compose(ready, contact, address);
		}
		catch (RuntimeException ex) {
			log.error("notice {} of a {} cannot be put into words", notice.id(), notice.eventType(), ex);
			return ended(notice, "unwritable", notice.failed("cannot-be-written", began));
		}
		Delivery delivery = send(dispatch);
		count(notice, outcome(delivery));
		Instant now = this.clock.instant();
		if (delivery.answer() instanceof Outcome.Accepted) {
			this.meters.timer("sharaka.notices.handover", "channel", notice.channel().name())
				.record(Duration.between(ready.telling().occasion().happenedAt(), now));
		}
		Duration pause = (delivery.answer() instanceof NotAttempted refusal) ? refusal.retryAfter() : Duration.ZERO;
		return new Attempt(notice.after(delivery, began, now, this.retries), pause);
	}

	/** What is thrown here has happened on the way, so nothing is known. */
	private Delivery send(Dispatch dispatch) {
		try {
			return this.providers.apply(dispatch);
		}
		catch (RuntimeException ex) {
			log.error("a provider broke its contract on {}", dispatch, ex);
			return new Delivery("none", new Outcome.Unknown(Reason.of("internal-error")));
		}
	}

	private Attempt ended(Notice notice, String outcome, NoticeChange change) {
		count(notice, outcome);
		return new Attempt(change, Duration.ZERO);
	}

	private void count(Notice notice, String outcome) {
		this.meters.counter("sharaka.notices", "channel", notice.channel().name(), "outcome", outcome).increment();
	}

	private static String outcome(Delivery delivery) {
		return switch (delivery.answer()) {
			case Outcome.Accepted accepted -> "accepted";
			case Outcome.Deferred deferred -> "deferred";
			case Outcome.Rejected rejected -> "rejected";
			case Outcome.Unknown unknown -> "unknown";
			case NotAttempted refusal -> "not-attempted";
		};
	}

}
