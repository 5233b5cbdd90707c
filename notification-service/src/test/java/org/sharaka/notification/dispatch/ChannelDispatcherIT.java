package org.sharaka.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import org.junit.jupiter.api.Test;
import org.sharaka.notification.contact.ContactsChange;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.delivery.OutgoingMessage;
import org.sharaka.notification.delivery.Reason;
import org.sharaka.notification.delivery.SendResult;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeStatus;
import org.sharaka.notification.notice.NoticeUpdate;
import org.sharaka.notification.notice.Notices.Capacity;
import org.sharaka.notification.notice.NotificationRequest;
import org.sharaka.notification.notice.policy.Priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ChannelDispatcherIT extends DispatcherFixture {

	@Test
	void keepsUpdatesUntilTheDatabaseIsAvailable() {
		announce(50, Priority.NORMAL);
		AtomicInteger failures = new AtomicInteger(3);
		dispatcher(new NoticesDecorator(this.notices) {

			@Override
			public int write(List<NoticeUpdate> updates) {
				if (failures.getAndDecrement() > 0) {
					throw new MongoSocketReadException("away", new ServerAddress());
				}
				return super.write(updates);
			}

		}, this::accept, Duration.ofMinutes(1), Clock.systemUTC());
		awaitSent(50);
		assertThat(this.accepted).hasSize(50);
	}

	@Test
	void letsUrgentNoticesOvertake() {
		announce(300, Priority.BULK);
		CountDownLatch urgentIsThere = new CountDownLatch(1);
		AtomicInteger bulk = new AtomicInteger();
		dispatcher((message) -> {
			if (bulk.incrementAndGet() == 8) {
				announce(5, Priority.URGENT);
				urgentIsThere.countDown();
			}
			awaitQuietly(urgentIsThere);
			return accept(message);
		});
		awaitSent(305);
		Set<String> urgent = Set
			.copyOf(all(null).stream().filter((one) -> one.priority() == Priority.URGENT).map(Notice::id).toList());
		int last = 0;
		for (int i = 0; i < this.accepted.size(); i++) {
			last = urgent.contains(this.accepted.get(i).noticeId()) ? i : last;
		}
		assertThat(last).isLessThan(100);
	}

	@Test
	void repeatsAMailWithAnUnknownResultUnderTheSameId() {
		announce(1, Priority.NORMAL);
		dispatcher((message) -> {
			accept(message);
			return (this.accepted.size() == 1) ? new SendResult.Unknown(Reason.of("time-limit"))
					: new SendResult.Accepted(List.of());
		});
		awaitSent(1);
		assertThat(this.accepted).hasSize(2)
			.extracting(OutgoingMessage::noticeId)
			.containsOnly(all(null).getFirst().id());
		assertThat(all(null).getFirst().timeline()).extracting("status")
			.containsExactly(NoticeStatus.CREATED, NoticeStatus.SENDING, NoticeStatus.UNKNOWN, NoticeStatus.SENDING,
					NoticeStatus.SENT);
	}

	@Test
	void suppressesTheNoticeOfAContactThatWasErased() {
		NotificationRequest request = announce(1, Priority.NORMAL);
		String charity = all(null).getFirst().charityId();
		this.contacts.apply(List.of(ContactsChange.erased(charity, Instant.now().plusMillis(1))));
		dispatcher(this::accept);
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(all(NoticeStatus.SUPPRESSED)).singleElement()
				.satisfies((notice) -> assertThat(notice.requestId()).isEqualTo(request.id())));
		assertThat(this.accepted).isEmpty();
	}

	@Test
	void takesLeasesOnlyWhenHalfItsWindowIsFree() {
		announce(100, Priority.NORMAL);
		this.sweep = Duration.ofMinutes(1);
		List<Capacity> asked = new CopyOnWriteArrayList<>();
		Semaphore unwritten = new Semaphore(5);
		dispatcher(new NoticesDecorator(this.notices) {

			@Override
			public LeasedNotices lease(Channel channel, String leaseId, Capacity capacity, Instant now,
					Duration duration) {
				asked.add(capacity);
				return super.lease(channel, leaseId, capacity, now, duration);
			}

			@Override
			public int write(List<NoticeUpdate> updates) {
				int matched = super.write(updates);
				unwritten.release(updates.size());
				return matched;
			}

		}, (message) -> {
			unwritten.acquireUninterruptibly();
			return accept(message);
		}, Duration.ofMinutes(1), Clock.systemUTC());
		awaitSent(100);
		assertThat(asked).hasSizeLessThanOrEqualTo(2 * 100 / WINDOW + 1)
			.allSatisfy((capacity) -> assertThat(capacity.urgentOnly()).isFalse());
	}

}
