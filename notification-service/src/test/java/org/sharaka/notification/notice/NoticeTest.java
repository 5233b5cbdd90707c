package org.sharaka.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.delivery.Reason;
import org.sharaka.notification.delivery.SendResult;
import org.sharaka.notification.delivery.SendResult.Origin;
import org.sharaka.notification.notice.policy.CalendarAction;
import org.sharaka.notification.notice.policy.Priority;

import static org.assertj.core.api.Assertions.assertThat;

class NoticeTest {

	private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	private static final NotificationRequest REQUEST = new NotificationRequest("request", "event", "/ministry",
			"org.sharaka.charity.registered.v1", "charity-registered", Priority.NORMAL, CalendarAction.NONE, "{}", NOON,
			NOON.plus(Duration.ofHours(72)), null);

	/** Without jitter. */
	private static final RetryPolicy RETRIES = new RetryPolicy(3, Duration.ofSeconds(5), Duration.ofMinutes(15),
			Duration.ofMinutes(2), () -> 0.5);

	private static Notice notice(Channel channel, int attempts, NoticeStatus last) {
		Notice fresh = Notice.of(REQUEST, "charity", "contact", channel, Language.AR, NOON);
		return new Notice(fresh.id(), fresh.requestId(), fresh.eventId(), fresh.eventSource(), fresh.eventType(),
				fresh.charityId(), fresh.contactId(), channel, fresh.language(), fresh.priority(), NoticeStatus.SENDING,
				attempts, fresh.createdAt(), fresh.expiresAt(), List.of(new TimelineEntry(NOON, last, null)), 2);
	}

	private static Notice leased(Channel channel) {
		return notice(channel, 0, NoticeStatus.CREATED);
	}

	private static NoticeUpdate after(Notice notice, SendResult result) {
		return notice.after(result.from("smtp"), NOON, NOON.plusSeconds(1), RETRIES);
	}

	@Test
	void sameEventContactAndChannelIsTheSameNotice() {
		String id = Notice.of(REQUEST, "charity", "contact", Channel.SMS, Language.AR, NOON).id();
		assertThat(Notice.of(REQUEST, "charity", "contact", Channel.SMS, Language.EN, NOON.plusSeconds(9)).id())
			.isEqualTo(id);
		assertThat(Notice.of(REQUEST, "charity", "contact", Channel.EMAIL, Language.AR, NOON).id()).isNotEqualTo(id);
		assertThat(Notice.of(REQUEST, "charity", "other", Channel.SMS, Language.AR, NOON).id()).isNotEqualTo(id);
	}

	@Test
	void acceptedIsSent() {
		NoticeUpdate update = after(leased(Channel.SMS), new SendResult.Accepted(List.of("m1", "m2")));
		assertThat(update.status()).isEqualTo(NoticeStatus.SENT);
		assertThat(update.attempts()).isOne();
		assertThat(update.due()).isNull();
		assertThat(update.outcome()).isNull();
		assertThat(update.messageIds()).containsExactly("m1", "m2");
		assertThat(update.entries()).extracting(TimelineEntry::status)
			.containsExactly(NoticeStatus.SENDING, NoticeStatus.SENT);
	}

	@Test
	void rejectedFailsWithTheReason() {
		NoticeUpdate update = after(leased(Channel.EMAIL),
				new SendResult.Rejected(new Reason("mailbox-unavailable", "550 5.1.1")));
		assertThat(update.status()).isEqualTo(NoticeStatus.FAILED);
		assertThat(update.due()).isNull();
		assertThat(update.outcome())
			.isEqualTo(new NoticeOutcome(NoticeOutcome.Type.FAILED, NoticeStatus.FAILED, "mailbox-unavailable"));
		assertThat(update.entries().getLast().detail()).isEqualTo("smtp: mailbox-unavailable (550 5.1.1)");
	}

	@Test
	void deferredIsRetriedAfterGrowingPauses() {
		SendResult deferred = new SendResult.Deferred(Reason.of("ill"), Origin.PROVIDER);
		assertThat(after(leased(Channel.EMAIL), deferred).due()).isEqualTo(NOON.plusSeconds(1 + 5));
		NoticeUpdate second = after(notice(Channel.EMAIL, 1, NoticeStatus.SENDING), deferred);
		assertThat(second.due()).isEqualTo(NOON.plusSeconds(1 + 10));
		assertThat(second.status()).isEqualTo(NoticeStatus.SENDING);
		assertThat(second.attempts()).isEqualTo(2);
	}

	@Test
	void aGreylistingMailServerIsGivenMoreTime() {
		SendResult deferred = new SendResult.Deferred(Reason.of("greylisted"), Origin.RECIPIENT);
		assertThat(after(leased(Channel.EMAIL), deferred).due()).isEqualTo(NOON.plusSeconds(1 + 30));
	}

	@ParameterizedTest
	@EnumSource(names = { "PROVIDER", "RECIPIENT" })
	void deferredFailsWhenTheAttemptsAreUsedUp(Origin origin) {
		NoticeUpdate update = after(notice(Channel.EMAIL, 2, NoticeStatus.SENDING),
				new SendResult.Deferred(Reason.of("ill"), origin));
		assertThat(update.status()).isEqualTo(NoticeStatus.FAILED);
		assertThat(update.outcome()).isNotNull();
	}

	@ParameterizedTest
	@EnumSource(names = { "CONNECTION", "THROTTLE" })
	void anUnreachableProviderUsesUpNoAttempts(Origin origin) {
		NoticeUpdate update = after(notice(Channel.EMAIL, 99, NoticeStatus.SENDING),
				new SendResult.Deferred(Reason.of("refused"), origin));
		assertThat(update.status()).isEqualTo(NoticeStatus.SENDING);
		assertThat(update.due()).isEqualTo(NOON.plusSeconds(1).plus(Duration.ofMinutes(15)));
	}

	@Test
	void nothingIsDueAfterItsExpiry() {
		Notice nearlyOver = notice(Channel.EMAIL, 0, NoticeStatus.CREATED);
		Instant late = nearlyOver.expiresAt().minusSeconds(1);
		NoticeUpdate update = nearlyOver.after(new SendResult.Deferred("smtp", Reason.of("ill"), Origin.PROVIDER), late,
				late, RETRIES);
		assertThat(update.due()).isEqualTo(nearlyOver.expiresAt());
	}

	@Test
	void notAttemptedChangesNothingButTheDueTime() {
		NoticeUpdate update = after(leased(Channel.SMS),
				new SendResult.NotAttempted(Reason.of("circuit-open"), Duration.ofSeconds(30)));
		assertThat(update.status()).isEqualTo(NoticeStatus.CREATED);
		assertThat(update.attempts()).isZero();
		assertThat(update.entries()).isEmpty();
		assertThat(update.due()).isEqualTo(NOON.plusSeconds(31));
		assertThat(notice(Channel.EMAIL, 1, NoticeStatus.UNKNOWN).postponed(NOON).status())
			.isEqualTo(NoticeStatus.UNKNOWN);
	}

	@Test
	void aMailWithAnUnknownOutcomeIsRepeatedAfterAPause() {
		NoticeUpdate update = after(leased(Channel.EMAIL), new SendResult.Unknown(Reason.of("time-limit")));
		assertThat(update.status()).isEqualTo(NoticeStatus.UNKNOWN);
		assertThat(update.due()).isEqualTo(NOON.plusSeconds(1).plus(Duration.ofMinutes(2)));
		assertThat(
				after(notice(Channel.EMAIL, 2, NoticeStatus.UNKNOWN), new SendResult.Unknown(Reason.of("again"))).due())
			.isNull();
	}

	@Test
	void aTextMessageWithAnUnknownOutcomeIsNotRepeated() {
		NoticeUpdate update = after(leased(Channel.SMS), new SendResult.Unknown(Reason.of("time-limit")));
		assertThat(update.status()).isEqualTo(NoticeStatus.UNKNOWN);
		assertThat(update.due()).isNull();
		assertThat(update.outcome()).isNull();
	}

	@Test
	void anExpiryIsPublishedAsAFailure() {
		Notice notice = leased(Channel.SMS);
		assertThat(notice.isExpired(notice.expiresAt().minusMillis(1))).isFalse();
		assertThat(notice.isExpired(notice.expiresAt())).isTrue();
		assertThat(notice.expired(NOON).outcome())
			.isEqualTo(new NoticeOutcome(NoticeOutcome.Type.FAILED, NoticeStatus.EXPIRED, "expired"));
	}

	@Test
	void anUnknownResultStaysUnknownAfterExpiry() {
		NoticeUpdate update = notice(Channel.EMAIL, 1, NoticeStatus.UNKNOWN).expired(NOON);
		assertThat(update.status()).isEqualTo(NoticeStatus.UNKNOWN);
		assertThat(update.due()).isNull();
		assertThat(update.outcome()).isNull();
	}

	@Test
	void aNoticeWithoutContactIsSuppressed() {
		assertThat(leased(Channel.SMS).suppressed("contact-gone", NOON).outcome())
			.isEqualTo(new NoticeOutcome(NoticeOutcome.Type.SUPPRESSED, NoticeStatus.SUPPRESSED, "contact-gone"));
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
