package org.sharaka.meeting.charity;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Waits until the view has a charity that a caller has just registered and whose event
 * has not arrived yet. Checks again when this process has changed the view, and ten times
 * a second, as another instance may have changed it. Thread-safe.
 */
public class ViewUpdates {

	private static final Duration CHECK_INTERVAL = Duration.ofMillis(100);

	private final Duration maxWait;

	private final Duration checkInterval;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private long changes;

	/**
	 * @param maxWait how long to wait at most
	 */
	public ViewUpdates(Duration maxWait) {
		this(maxWait, CHECK_INTERVAL);
	}

	ViewUpdates(Duration maxWait, Duration checkInterval) {
		this.maxWait = maxWait;
		this.checkInterval = checkInterval;
	}

	/** Wakes those who wait, because the view has changed. */
	public void signal() {
		this.lock.lock();
		try {
			this.changes++;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Returns when the condition holds, or after the longest wait. */
	public void await(BooleanSupplier condition) {
		long start = System.nanoTime();
		long seen = changes();
		while (!condition.getAsBoolean()) {
			long left = this.maxWait.toNanos() - (System.nanoTime() - start);
			if (left <= 0) {
				return;
			}
			seen = awaitChange(seen, Math.min(left, this.checkInterval.toNanos()));
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
				left = this.changed.awaitNanos(left);
			}
			return this.changes;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while waiting for the view", ex);
		}
		finally {
			this.lock.unlock();
		}
	}

}
