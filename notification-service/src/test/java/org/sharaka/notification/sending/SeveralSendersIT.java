package org.sharaka.notification.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import org.junit.jupiter.api.Test;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.delivery.Dispatch;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeStatus;
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.policy.Priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SeveralSendersIT extends LaneFixture {

	@Test
	void sendEachNoticeOnceBetweenThem() {
		lane(this::accept);
		lane(this::accept);
		lane(this::accept);
		announce(600, Priority.NORMAL);
		awaitSent(600);
		assertThat(this.accepted).extracting(Dispatch::to).hasSize(600).doesNotHaveDuplicates();
		assertThat(all(NoticeStatus.SENT)).allSatisfy((notice) -> assertThat(notice.attempts()).isOne());
	}

	@Test
	void takeOverFromOneWhoDiedAfterTheProviderAccepted() {
		announce(1, Priority.NORMAL);
		CountDownLatch accepting = new CountDownLatch(1);
		Notices died = new NoticesDecorator(this.notices) {

			@Override
			public Claimed claim(Channel channel, String claim, Room room, Instant now, Duration lease) {
				return (accepting.getCount() > 0) ? super.claim(channel, claim, room, now, lease)
						: new Claimed(List.of(), false);
			}

			@Override
			public int write(List<Decided> decided) {
				accepting.countDown();
				throw new MongoSocketReadException("as if the process were gone", new ServerAddress());
			}

		};
		MovableClock clock = new MovableClock();
		lane(died, this::accept, Duration.ofSeconds(30), clock);
		await().atMost(Duration.ofSeconds(20)).until(() -> accepting.getCount() == 0);
		assertThat(this.accepted).hasSize(1);
		lane(this.notices, this::accept, Duration.ofSeconds(30), clock);
		assertThat(all(NoticeStatus.SENDING)).hasSize(1);
		clock.move(Duration.ofSeconds(31));
		awaitSent(1);
		assertThat(this.accepted).hasSize(2).extracting(Dispatch::noticeId).containsOnly(all(null).getFirst().id());
		assertThat(all(null).getFirst().attempts()).isEqualTo(2);
		this.lanes.removeFirst();
	}

	@Test
	void giveBackWhatTheyHaveNotBegunWhenTheyStop() throws InterruptedException {
		announce(30, Priority.NORMAL);
		CountDownLatch began = new CountDownLatch(8);
		CountDownLatch mayEnd = new CountDownLatch(1);
		Lane lane = lane((dispatch) -> {
			began.countDown();
			awaitQuietly(mayEnd);
			return accept(dispatch);
		});
		began.await();
		Thread stopping = Thread.startVirtualThread(() -> {
			try {
				lane.stop();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		await().until(() -> !lane.isOpen());
		mayEnd.countDown();
		stopping.join();
		this.lanes.clear();
		assertThat(this.accepted).hasSize(8);
		assertThat(all(NoticeStatus.SENT)).hasSize(8);
		assertThat(all(NoticeStatus.CREATED)).hasSize(22)
			.allSatisfy((notice) -> assertThat(notice.attempts()).isZero());
		lane(this::accept);
		awaitSent(30);
		assertThat(this.accepted).hasSize(30);
	}

}
