package org.sharaka.meeting.charity;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Waits until the view has caught up, for a caller who has just registered a charity and
 * names it here before its event has arrived. Looks again when this process has learned
 * something, and every tenth of a second, as another instance may have. Thread-safe.
 */
public class CatchUp {

	private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

	private final Duration patience;

	private final Duration lookAgain;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition learned = this.lock.newCondition();

	private long changes;

	/**
	 * @param patience how long to wait at most
	 */
	public CatchUp(Duration patience) {
		this(patience, LOOK_AGAIN);
	}

	CatchUp(Duration patience, Duration lookAgain) {
		this.patience = patience;
		this.lookAgain = lookAgain;
	}

	/** Tells those who wait that the view has changed. */
	public void changed() {
		this.lock.lock();
		try {
			this.changes++;
			this.learned.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Returns when the condition holds, or after the patience has ended. */
	public void await(BooleanSupplier condition) {
		long start = System.nanoTime();
		long seen = changes();
		while (!condition.getAsBoolean()) {
			long left = this.patience.toNanos() - (System.nanoTime() - start);
			if (left <= 0) {
				return;
			}
			seen = awaitChange(seen, Math.min(left, this.lookAgain.toNanos()));
		}
	}

	private long changes() {
		this.lock.lock();
		try {
			return this.changes;
		}
		finally {
			this.lock.unlock();
		}
	}

	private long awaitChange(long seen, long nanos) {
		this.lock.lock();
		try {
			long left = nanos;
			while (this.changes == seen && left > 0) {
				left = this.learned.awaitNanos(left);
			}
			return this.changes;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while the view catches up", ex);
		}
		finally {
			this.lock.unlock();
		}
	}

}
