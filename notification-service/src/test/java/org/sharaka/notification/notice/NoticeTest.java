package org.sharaka.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.delivery.Answer;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.delivery.Delivery;
import org.sharaka.notification.delivery.NotAttempted;
import org.sharaka.notification.delivery.Outcome;
import org.sharaka.notification.delivery.Outcome.Origin;
import org.sharaka.notification.delivery.Reason;
import org.sharaka.notification.notice.NoticeChange.Ending;
import org.sharaka.notification.policy.CalendarEntry;
import org.sharaka.notification.policy.Priority;

import static org.assertj.core.api.Assertions.assertThat;

class NoticeTest {

	private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	private static final Occasion OCCASION = new Occasion("occasion", "event", "/ministry",
			"org.sharaka.charity.registered.v1", "charity-registered", Priority.NORMAL, CalendarEntry.NONE, "{}", NOON,
			NOON.plus(Duration.ofHours(72)), null);

	/** Without jitter. */
	private static final RetryPolicy RETRIES = new RetryPolicy(3, Duration.ofSeconds(5), Duration.ofMinutes(15),
			Duration.ofMinutes(2), () -> 0.5);

	private static Notice notice(Channel channel, int attempts, NoticeStatus last) {
		Notice fresh = Notice.of(OCCASION, "charity", "contact", channel, Language.AR, NOON);
		return new Notice(fresh.id(), fresh.occasionId(), fresh.eventId(), fresh.eventSource(), fresh.eventType(),
				fresh.charityId(), fresh.contactId(), channel, fresh.language(), fresh.priority(), NoticeStatus.SENDING,
				attempts, fresh.createdAt(), fresh.expiresAt(), List.of(new TimelineEntry(NOON, last, null)), 2);
	}

	private static Notice claimed(Channel channel) {
		return notice(channel, 0, NoticeStatus.CREATED);
	}

	private static NoticeChange after(Notice notice, Answer answer) {
		return notice.after(new Delivery("smtp", answer), NOON, NOON.plusSeconds(1), RETRIES);
	}

	@Test
	void sameEventContactAndChannelIsTheSameNotice() {
		String id = Notice.of(OCCASION, "charity", "contact", Channel.SMS, Language.AR, NOON).id();
		assertThat(Notice.of(OCCASION, "charity", "contact", Channel.SMS, Language.EN, NOON.plusSeconds(9)).id())
			.isEqualTo(id);
		assertThat(Notice.of(OCCASION, "charity", "contact", Channel.EMAIL, Language.AR, NOON).id()).isNotEqualTo(id);
		assertThat(Notice.of(OCCASION, "charity", "other", Channel.SMS, Language.AR, NOON).id()).isNotEqualTo(id);
	}

	@Test
	void acceptedIsSent() {
		NoticeChange change = after(claimed(Channel.SMS), new Outcome.Accepted(List.of("m1", "m2")));
		assertThat(change.status()).isEqualTo(NoticeStatus.SENT);
		assertThat(change.attempts()).isOne();
		assertThat(change.due()).isNull();
		assertThat(change.ending()).isNull();
		assertThat(change.messageIds()).containsExactly("m1", "m2");
		assertThat(change.entries()).extracting(TimelineEntry::status)
			.containsExactly(NoticeStatus.SENDING, NoticeStatus.SENT);
	}

	@Test
	void rejectedHasFailedAndSaysWhy() {
		NoticeChange change = after(claimed(Channel.EMAIL),
				new Outcome.Rejected(new Reason("mailbox-unavailable", "550 5.1.1")));
		assertThat(change.status()).isEqualTo(NoticeStatus.FAILED);
		assertThat(change.due()).isNull();
		assertThat(change.ending())
			.isEqualTo(new Ending("org.sharaka.notice.failed.v1", NoticeStatus.FAILED, "mailbox-unavailable"));
		assertThat(change.entries().getLast().detail()).isEqualTo("smtp: mailbox-unavailable (550 5.1.1)");
	}

	@Test
	void deferredComesBackLaterAndLater() {
		Outcome deferred = new Outcome.Deferred(Reason.of("ill"), Origin.PROVIDER);
		assertThat(after(claimed(Channel.EMAIL), deferred).due()).isEqualTo(NOON.plusSeconds(1 + 5));
		NoticeChange second = after(notice(Channel.EMAIL, 1, NoticeStatus.SENDING), deferred);
		assertThat(second.due()).isEqualTo(NOON.plusSeconds(1 + 10));
		assertThat(second.status()).isEqualTo(NoticeStatus.SENDING);
		assertThat(second.attempts()).isEqualTo(2);
	}

	@Test
	void aGreylistingMailServerIsGivenMoreTime() {
		Outcome deferred = new Outcome.Deferred(Reason.of("greylisted"), Origin.RECIPIENT);
		assertThat(after(claimed(Channel.EMAIL), deferred).due()).isEqualTo(NOON.plusSeconds(1 + 30));
	}

	@ParameterizedTest
	@EnumSource(names = { "PROVIDER", "RECIPIENT" })
	void deferredTooOftenHasFailed(Origin origin) {
		NoticeChange change = after(notice(Channel.EMAIL, 2, NoticeStatus.SENDING),
				new Outcome.Deferred(Reason.of("ill"), origin));
		assertThat(change.status()).isEqualTo(NoticeStatus.FAILED);
		assertThat(change.ending()).isNotNull();
	}

	@ParameterizedTest
	@EnumSource(names = { "CONNECTION", "THROTTLE" })
	void aProviderThatIsAwayUsesUpNoAttempts(Origin origin) {
		NoticeChange change = after(notice(Channel.EMAIL, 99, NoticeStatus.SENDING),
				new Outcome.Deferred(Reason.of("refused"), origin));
		assertThat(change.status()).isEqualTo(NoticeStatus.SENDING);
		assertThat(change.due()).isEqualTo(NOON.plusSeconds(1).plus(Duration.ofMinutes(15)));
	}

	@Test
	void nothingIsDueAfterItsExpiry() {
		Notice nearlyOver = notice(Channel.EMAIL, 0, NoticeStatus.CREATED);
		Instant late = nearlyOver.expiresAt().minusSeconds(1);
		NoticeChange change = nearlyOver
			.after(new Delivery("smtp", new Outcome.Deferred(Reason.of("ill"), Origin.PROVIDER)), late, late, RETRIES);
		assertThat(change.due()).isEqualTo(nearlyOver.expiresAt());
	}

	@Test
	void notAttemptedLeavesNoTrace() {
		NoticeChange change = after(claimed(Channel.SMS),
				new NotAttempted(Reason.of("circuit-open"), Duration.ofSeconds(30)));
		assertThat(change.status()).isEqualTo(NoticeStatus.CREATED);
		assertThat(change.attempts()).isZero();
		assertThat(change.entries()).isEmpty();
		assertThat(change.due()).isEqualTo(NOON.plusSeconds(31));
		assertThat(notice(Channel.EMAIL, 1, NoticeStatus.UNKNOWN).untouched(NOON).status())
			.isEqualTo(NoticeStatus.UNKNOWN);
	}

	@Test
	void aMailWithAnUnknownOutcomeIsRepeatedAfterAPause() {
		NoticeChange change = after(claimed(Channel.EMAIL), new Outcome.Unknown(Reason.of("time-limit")));
		assertThat(change.status()).isEqualTo(NoticeStatus.UNKNOWN);
		assertThat(change.due()).isEqualTo(NOON.plusSeconds(1).plus(Duration.ofMinutes(2)));
		assertThat(after(notice(Channel.EMAIL, 2, NoticeStatus.UNKNOWN), new Outcome.Unknown(Reason.of("again"))).due())
			.isNull();
	}

	@Test
	void aTextMessageWithAnUnknownOutcomeIsNotRepeated() {
		NoticeChange change = after(claimed(Channel.SMS), new Outcome.Unknown(Reason.of("time-limit")));
		assertThat(change.status()).isEqualTo(NoticeStatus.UNKNOWN);
		assertThat(change.due()).isNull();
		assertThat(change.ending()).isNull();
	}

	@Test
	void whatExpiresIsToldAsFailed() {
		Notice notice = claimed(Channel.SMS);
		assertThat(notice.isOver(notice.expiresAt().minusMillis(1))).isFalse();
		assertThat(notice.isOver(notice.expiresAt())).isTrue();
		assertThat(notice.expired(NOON).ending())
			.isEqualTo(new Ending("org.sharaka.notice.failed.v1", NoticeStatus.EXPIRED, "expired"));
	}

	@Test
	void whatMayHaveArrivedStaysUnknownWhenItExpires() {
		NoticeChange change = notice(Channel.EMAIL, 1, NoticeStatus.UNKNOWN).expired(NOON);
		assertThat(change.status()).isEqualTo(NoticeStatus.UNKNOWN);
		assertThat(change.due()).isNull();
		assertThat(change.ending()).isNull();
	}

	@Test
	void aContactWhoIsGoneIsNotTold() {
		assertThat(claimed(Channel.SMS).suppressed("contact-gone", NOON).ending())
			.isEqualTo(new Ending("org.sharaka.notice.suppressed.v1", NoticeStatus.SUPPRESSED, "contact-gone"));
	}

	@Test
	void pausesVaryByAFifth() {
		RetryPolicy least = new RetryPolicy(3, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ZERO, () -> 0);
		RetryPolicy most = new RetryPolicy(3, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ZERO, () -> 1);
		assertThat(least.pause(1, Origin.PROVIDER)).isEqualTo(Duration.ofSeconds(8));
		assertThat(most.pause(1, Origin.PROVIDER)).isEqualTo(Duration.ofSeconds(12));
		assertThat(most.pause(60, Origin.PROVIDER)).isEqualTo(Duration.ofSeconds(72));
	}

}
