package org.sharaka.meeting.charity;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

class CatchUpTest {

	@Test
	void doesNotWaitForWhatIsThere() {
		AtomicInteger looks = new AtomicInteger();
		new CatchUp(Duration.ofHours(1)).await(() -> looks.incrementAndGet() > 0);
		assertThat(looks).hasValue(1);
	}

	@Test
	@Timeout(20)
	void goesOnWhenTheViewHasWhatItWaitedFor() throws InterruptedException {
		CatchUp catchUp = new CatchUp(Duration.ofHours(1), Duration.ofHours(1));
		AtomicBoolean known = new AtomicBoolean();
		CountDownLatch looked = new CountDownLatch(1);
		CountDownLatch done = new CountDownLatch(1);
		Thread.ofVirtual().start(() -> {
			catchUp.await(() -> {
				looked.countDown();
				return known.get();
			});
			done.countDown();
		});
		looked.await();
		assertThat(done.getCount()).isOne();
		known.set(true);
		catchUp.changed();
		assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	@Timeout(20)
	void looksAgainByItselfAsAnotherInstanceMayHaveLearned() {
		AtomicInteger looks = new AtomicInteger();
		new CatchUp(Duration.ofHours(1)).await(() -> looks.incrementAndGet() == 3);
		assertThat(looks).hasValue(3);
	}

	@Test
	@Timeout(20)
	void givesUpAfterItsPatienceWithoutLookingAllTheTime() {
		AtomicInteger looks = new AtomicInteger();
		new CatchUp(Duration.ofMillis(250)).await(() -> {
			looks.incrementAndGet();
			return false;
		});
		assertThat(looks).hasValueBetween(2, 5);
	}

}
