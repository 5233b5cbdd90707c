package org.sharaka.notification.sending;

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
import org.sharaka.notification.notice.Notices.Decided;
import org.sharaka.notification.notice.SettleReceipts;
import org.sharaka.notification.notice.TimelineEntry;
import org.sharaka.notification.policy.Priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ResultsTest {

	/** Longer than any test waits. */
	private static final Duration VERY_LONG = Duration.ofMinutes(5);

	private final AtomicInteger outstanding = new AtomicInteger();

	private final List<Integer> bulks = new CopyOnWriteArrayList<>();

	private Results results;

	private void collecting(Duration collecting) {
		this.results = new Results(new NoticesDecorator(null) {

			@Override
			public int write(List<Decided> decided) {
				ResultsTest.this.bulks.add(decided.size());
				return decided.size();
			}

		}, new SettleReceipts(null, null, null), this.outstanding::get, (count) -> this.outstanding.addAndGet(-count),
				collecting);
		Thread.ofVirtual().start(this.results);
	}

	@AfterEach
	void close() {
		this.results.close();
	}

	private static Decided result() {
		Instant now = Instant.now();
		Notice notice = new Notice("n", "o", "e", "/test", "t", "c", "k", Channel.EMAIL, Language.AR, Priority.BULK,
				NoticeStatus.SENDING, 0, now, now.plusSeconds(60),
				List.of(new TimelineEntry(now, NoticeStatus.CREATED, null)), 2);
		return new Decided(notice, notice.untouched(now), null);
	}

	private void add(int count) {
		for (int i = 0; i < count; i++) {
			this.results.add(result());
		}
	}

	private void awaitBulks(Integer... sizes) {
		await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(this.bulks).containsExactly(sizes));
	}

	@Test
	void areWrittenAtOnceWhenNothingElseIsToCome() {
		this.outstanding.set(1);
		collecting(VERY_LONG);
		add(1);
		awaitBulks(1);
	}

	@Test
	void waitForOthersThatAreToCome() {
		this.outstanding.set(3);
		collecting(VERY_LONG);
		add(1);
		add(1);
		add(1);
		awaitBulks(3);
	}

	@Test
	void waitNoLongerThanAMoment() {
		this.outstanding.set(2);
		collecting(Duration.ofMillis(20));
		add(1);
		awaitBulks(1);
	}

	@Test
	void areWrittenWhenThereAreEnough() {
		this.outstanding.set(1000);
		collecting(VERY_LONG);
		add(Results.BATCH);
		awaitBulks(Results.BATCH);
	}

	@Test
	void areAllWrittenBeforeTheEnd() {
		this.outstanding.set(1000);
		collecting(Duration.ofMillis(200));
		add(3);
		this.results.close();
		await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(this.outstanding).hasValue(997));
	}

}
