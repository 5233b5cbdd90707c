package org.sharaka.chassis.deadletter;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.sharaka.chassis.id.Ids;
import org.sharaka.chassis.log.RedactedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Replays many dead letters in the background, in the order of topic, partition and
 * offset. After a restart it continues after the last letter that it looked at.
 *
 * <p>
 * A letter is skipped if an older letter of its key is still open. So the events of a key
 * are handled in order, and a key stops at its first failure, also across restarts.
 *
 * <p>
 * The same thread deletes, once an hour, what is older than the retention; the embedded
 * server has no TTL indexes.
 */
final class BulkReplayWorker implements SmartLifecycle {

	private static final int PAGE = 100;

	private static final Duration POLL_INTERVAL = Duration.ofSeconds(2);

	private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

	private static final Logger log = LoggerFactory.getLogger(BulkReplayWorker.class);

	private final BulkReplays replays;

	private final DeadLetters letters;

	private final DeadLetterReplay replay;

	private final Clock clock;

	private final Duration retention;

	private final String process;

	private volatile boolean running;

	private ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

	BulkReplayWorker(BulkReplays replays, DeadLetters letters, DeadLetterReplay replay, Ids ids, Clock clock,
			Duration retention) {
		this.replays = replays;
		this.letters = letters;
		this.replay = replay;
		this.clock = clock;
		this.retention = retention;
		this.process = ids.newId();
	}

	@Override
	public void start() {
		this.executor = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("dead-letter-replay").daemon().factory());
		this.running = true;
		this.executor.scheduleWithFixedDelay(this::continueReplays, 0, POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
		this.executor.scheduleWithFixedDelay(this::deleteOld, 1, 60, TimeUnit.MINUTES);
	}

	@Override
	public void stop() {
		this.running = false;
		this.executor.shutdown();
		try {
			this.executor.awaitTermination(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	void deleteOld() {
		try {
			this.letters.deleteOlderThan(this.clock.instant().minus(this.retention));
			this.replays.deleteOlderThan(this.clock.instant().minus(this.retention));
		}
		catch (RuntimeException ex) {
			log.warn("Old dead letters could not be deleted; tried again in an hour", RedactedException.of(ex));
		}
	}

	private void continueReplays() {
		try {
			Optional<BulkReplay> leased = this.replays.lease(this.process, this.clock.instant());
			while (leased.isPresent() && this.running) {
				run(leased.get());
				leased = this.replays.lease(this.process, this.clock.instant());
			}
		}
		catch (RuntimeException ex) {
			log.warn("The replay of dead letters is interrupted and continues soon: {}", ex.getClass().getName());
		}
	}

	private void run(BulkReplay started) {
		BulkReplay current = started;
		try {
			List<DeadLetter> page = page(current);
			while (!page.isEmpty()) {
				for (DeadLetter letter : page) {
					if (!this.running) {
						this.replays.release(current.id(), this.process, this.clock.instant());
						return;
					}
					current = next(current, letter);
					if (!this.replays.progress(current, this.process, this.clock.instant())) {
						return;
					}
				}
				page = page(current);
			}
			this.replays.done(current.id(), this.process);
		}
		catch (RuntimeException ex) {
			this.replays.release(current.id(), this.process, this.clock.instant().plus(PAUSE_AFTER_FAILURE));
			throw ex;
		}
	}

	private List<DeadLetter> page(BulkReplay replay) {
		return this.letters.openInOrder(replay.filter(), replay.position(), PAGE);
	}

	private BulkReplay next(BulkReplay current, DeadLetter letter) {
		if (this.letters.openBefore(letter).isPresent()) {
			return current.skipped(letter);
		}
		return this.replay.replay(letter).isEmpty() ? current.replayed(letter) : current.failed(letter);
	}

}
