package org.sharaka.notification.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeStatus;
import org.sharaka.notification.notice.NoticeUpdate;
import org.sharaka.notification.notice.TimelineEntry;
import org.sharaka.notification.notice.policy.Priority;
import org.sharaka.notification.notice.usecase.ApplyReceipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class NoticeUpdateWriterTest {

	/** Longer than any test waits. */
	private static final Duration VERY_LONG = Duration.ofMinutes(5);

	private final AtomicInteger outstanding = new AtomicInteger();

	private final List<Integer> bulks = new CopyOnWriteArrayList<>();

	private NoticeUpdateWriter writer;

	private void collecting(Duration collecting) {
		this.writer = new NoticeUpdateWriter(new NoticesDecorator(null) {

			@Override
			public int write(List<NoticeUpdate> updates) {
				NoticeUpdateWriterTest.this.bulks.add(updates.size());
				return updates.size();
			}

		}, new ApplyReceipts(null, null, null), this.outstanding::get, (count) -> this.outstanding.addAndGet(-count),
				collecting);
		Thread.ofVirtual().start(this.writer);
	}

	@AfterEach
	void close() {
		this.writer.close();
	}

	private static NoticeUpdate update() {
		Instant now = Instant.now();
		Notice notice = new Notice("n", "o", "e", "/test", "t", "c", "k", Channel.EMAIL, Language.AR, Priority.BULK,
				NoticeStatus.SENDING, 0, now, now.plusSeconds(60),
				List.of(new TimelineEntry(now, NoticeStatus.CREATED, null)), 2);
		return notice.postponed(now);
	}

	private void add(int count) {
		for (int i = 0; i < count; i++) {
			this.writer.add(update());
		}
	}

	private void awaitBulks(Integer... sizes) {
		await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(this.bulks).containsExactly(sizes));
	}

	@Test
	void writesAtOnceWhenNoUpdateIsOutstanding() {
		this.outstanding.set(1);
		collecting(VERY_LONG);
		add(1);
		awaitBulks(1);
	}

	@Test
	void waitsForOutstandingUpdates() {
		this.outstanding.set(3);
		collecting(VERY_LONG);
		add(1);
		add(1);
		add(1);
		awaitBulks(3);
	}

	@Test
	void waitsForALimitedTime() {
		this.outstanding.set(2);
		collecting(Duration.ofMillis(20));
		add(1);
		awaitBulks(1);
	}

	@Test
	void writesWhenABulkIsFull() {
		this.outstanding.set(1000);
		collecting(VERY_LONG);
		add(NoticeUpdateWriter.MAX_BATCH);
		awaitBulks(NoticeUpdateWriter.MAX_BATCH);
	}

	@Test
	void writesAllBeforeItCloses() {
		this.outstanding.set(1000);
		collecting(Duration.ofMillis(200));
		add(3);
		this.writer.close();
		await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(this.outstanding).hasValue(997));
	}

}
