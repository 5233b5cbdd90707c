package org.sharaka.notification.sending;

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
import org.sharaka.notification.delivery.Delivery;
import org.sharaka.notification.delivery.Dispatch;
import org.sharaka.notification.delivery.Outcome;
import org.sharaka.notification.delivery.Reason;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeStatus;
import org.sharaka.notification.notice.Notices.Room;
import org.sharaka.notification.notice.Occasion;
import org.sharaka.notification.policy.Priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OneSenderIT extends LaneFixture {

	@Test
	void keepsResultsUntilTheDatabaseIsBack() {
		announce(50, Priority.NORMAL);
		AtomicInteger failures = new AtomicInteger(3);
		lane(new NoticesDecorator(this.notices) {

			@Override
			public int write(List<Decided> decided) {
				if (failures.getAndDecrement() > 0) {
					throw new MongoSocketReadException("away", new ServerAddress());
				}
				return super.write(decided);
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
		lane((dispatch) -> {
			if (bulk.incrementAndGet() == 8) {
				announce(5, Priority.URGENT);
				urgentIsThere.countDown();
			}
			awaitQuietly(urgentIsThere);
			return accept(dispatch);
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
	void repeatsAMailOfUnknownOutcomeUnderTheSameId() {
		announce(1, Priority.NORMAL);
		lane((dispatch) -> {
			accept(dispatch);
			return new Delivery("memory", (this.accepted.size() == 1) ? new Outcome.Unknown(Reason.of("time-limit"))
					: new Outcome.Accepted(List.of()));
		});
		awaitSent(1);
		assertThat(this.accepted).hasSize(2).extracting(Dispatch::noticeId).containsOnly(all(null).getFirst().id());
		assertThat(all(null).getFirst().timeline()).extracting("status")
			.containsExactly(NoticeStatus.CREATED, NoticeStatus.SENDING, NoticeStatus.UNKNOWN, NoticeStatus.SENDING,
					NoticeStatus.SENT);
	}

	@Test
	void doesNotTellAContactWhoWasErasedInTheMeantime() {
		Occasion occasion = announce(1, Priority.NORMAL);
		String charity = all(null).getFirst().charityId();
		this.tellCharities.contactsChanged(List.of(new ContactsChange.Erased(charity, Instant.now())));
		lane(this::accept);
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(all(NoticeStatus.SUPPRESSED)).singleElement()
				.satisfies((notice) -> assertThat(notice.occasionId()).isEqualTo(occasion.id())));
		assertThat(this.accepted).isEmpty();
	}

	@Test
	void claimsOnlyWhenHalfItsWindowIsFree() {
		announce(100, Priority.NORMAL);
		this.sweep = Duration.ofMinutes(1);
		List<Room> asked = new CopyOnWriteArrayList<>();
		Semaphore unwritten = new Semaphore(5);
		lane(new NoticesDecorator(this.notices) {

			@Override
			public Claimed claim(Channel channel, String claim, Room room, Instant now, Duration lease) {
				asked.add(room);
				return super.claim(channel, claim, room, now, lease);
			}

			@Override
			public int write(List<Decided> decided) {
				int matched = super.write(decided);
				unwritten.release(decided.size());
				return matched;
			}

		}, (dispatch) -> {
			unwritten.acquireUninterruptibly();
			return accept(dispatch);
		}, Duration.ofMinutes(1), Clock.systemUTC());
		awaitSent(100);
		assertThat(asked).hasSizeLessThanOrEqualTo(2 * 100 / WINDOW + 1)
			.allSatisfy((room) -> assertThat(room.urgentOnly()).isFalse());
	}

}
