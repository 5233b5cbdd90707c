package org.sharaka.notification.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import org.junit.jupiter.api.Test;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.delivery.OutgoingMessage;
import org.sharaka.notification.notice.NoticeStatus;
import org.sharaka.notification.notice.NoticeUpdate;
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.notice.policy.Priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ChannelDispatcherConcurrencyIT extends DispatcherFixture {

	@Test
	void severalDispatchersSendEachNoticeOnce() {
		dispatcher(this::accept);
		dispatcher(this::accept);
		dispatcher(this::accept);
		announce(600, Priority.NORMAL);
		awaitSent(600);
		assertThat(this.accepted).extracting(OutgoingMessage::to).hasSize(600).doesNotHaveDuplicates();
		assertThat(all(NoticeStatus.SENT)).allSatisfy((notice) -> assertThat(notice.attempts()).isOne());
	}

	@Test
	void anotherDispatcherTakesOverAfterACrash() {
		announce(1, Priority.NORMAL);
		CountDownLatch accepting = new CountDownLatch(1);
		Notices died = new NoticesDecorator(this.notices) {

			@Override
			public LeasedNotices lease(Channel channel, String leaseId, Capacity capacity, Instant now,
					Duration duration) {
				return (accepting.getCount() > 0) ? super.lease(channel, leaseId, capacity, now, duration)
						: new LeasedNotices(List.of(), false);
			}

			@Override
			public int write(List<NoticeUpdate> updates) {
				accepting.countDown();
				throw new MongoSocketReadException("as if the process were gone", new ServerAddress());
			}

		};
		MovableClock clock = new MovableClock();
		dispatcher(died, this::accept, Duration.ofSeconds(30), clock);
		await().atMost(Duration.ofSeconds(20)).until(() -> accepting.getCount() == 0);
		assertThat(this.accepted).hasSize(1);
		dispatcher(this.notices, this::accept, Duration.ofSeconds(30), clock);
		assertThat(all(NoticeStatus.SENDING)).hasSize(1);
		clock.move(Duration.ofSeconds(31));
		awaitSent(1);
		assertThat(this.accepted).hasSize(2)
			.extracting(OutgoingMessage::noticeId)
			.containsOnly(all(null).getFirst().id());
		assertThat(all(null).getFirst().attempts()).isEqualTo(2);
		this.dispatchers.removeFirst();
	}

	@Test
	void stopReturnsTheNoticesThatWereNotBegun() throws InterruptedException {
		announce(30, Priority.NORMAL);
		CountDownLatch began = new CountDownLatch(8);
		CountDownLatch mayEnd = new CountDownLatch(1);
		ChannelDispatcher dispatcher = dispatcher((message) -> {
			began.countDown();
			awaitQuietly(mayEnd);
			return accept(message);
		});
		began.await();
		Thread stopping = Thread.startVirtualThread(() -> {
			try {
				dispatcher.stop();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		await().until(() -> !dispatcher.isOpen());
		mayEnd.countDown();
		stopping.join();
		this.dispatchers.clear();
		assertThat(this.accepted).hasSize(8);
		assertThat(all(NoticeStatus.SENT)).hasSize(8);
		assertThat(all(NoticeStatus.CREATED)).hasSize(22)
			.allSatisfy((notice) -> assertThat(notice.attempts()).isZero());
		dispatcher(this::accept);
		awaitSent(30);
		assertThat(this.accepted).hasSize(30);
	}

}
