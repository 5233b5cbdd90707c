package org.sharaka.meeting.charity;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

class ViewUpdatesTest {

	@Test
	void returnsAtOnceIfTheConditionHolds() {
		AtomicInteger looks = new AtomicInteger();
		new ViewUpdates(Duration.ofHours(1)).await(() -> looks.incrementAndGet() > 0);
		assertThat(looks).hasValue(1);
	}

	@Test
	@Timeout(20)
	void returnsWhenTheViewChangesAndTheConditionHolds() throws InterruptedException {
		ViewUpdates viewUpdates = new ViewUpdates(Duration.ofHours(1), Duration.ofHours(1));
		AtomicBoolean known = new AtomicBoolean();
		CountDownLatch looked = new CountDownLatch(1);
		CountDownLatch done = new CountDownLatch(1);
		Thread.ofVirtual().start(() -> {
			viewUpdates.await(() -> {
				looked.countDown();
				return known.get();
			});
			done.countDown();
		});
		looked.await();
		assertThat(done.getCount()).isOne();
		known.set(true);
		viewUpdates.signal();
		assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	@Timeout(20)
	void checksAgainWithoutASignalForChangesByOtherInstances() {
		AtomicInteger looks = new AtomicInteger();
		new ViewUpdates(Duration.ofHours(1)).await(() -> looks.incrementAndGet() == 3);
		assertThat(looks).hasValue(3);
	}

	@Test
	@Timeout(20)
	void returnsAfterTheLongestWaitWithoutBusyChecking() {
		AtomicInteger looks = new AtomicInteger();
		new ViewUpdates(Duration.ofMillis(250)).await(() -> {
			looks.incrementAndGet();
			return false;
		});
		assertThat(looks).hasValueBetween(2, 5);
	}

}
