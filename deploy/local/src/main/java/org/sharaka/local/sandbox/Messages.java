package org.sharaka.local.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The newest messages, in memory. The oldest go when there are too many, or when they
 * hold too much memory. Safe for use by many threads; readers never wait for writers.
 */
public final class Messages {

	private final int mostMessages;

	private final long mostBytes;

	private final ConcurrentSkipListMap<Long, Stored> bySequence = new ConcurrentSkipListMap<>();

	private final ReentrantLock writing = new ReentrantLock();

	private final Condition changed = this.writing.newCondition();

	private long sequence;

	private long bytes;

	private long version;

	public Messages(int mostMessages, long mostBytes) {
		this.mostMessages = mostMessages;
		this.mostBytes = mostBytes;
	}

	/** A page of messages, newest first; {@code next} is null on the last page. */
	public record Page(List<Message> items, @Nullable Long next) {
	}

	public void add(Stored message) {
		this.writing.lock();
		try {
			this.bySequence.put(++this.sequence, message);
			this.bytes += message.size();
			while (this.bySequence.size() > this.mostMessages || this.bytes > this.mostBytes) {
				this.bytes -= this.bySequence.pollFirstEntry().getValue().size();
			}
			announceChange();
		}
		finally {
			this.writing.unlock();
		}
	}

	public void clear() {
		this.writing.lock();
		try {
			this.bySequence.clear();
			this.bytes = 0;
			announceChange();
		}
		finally {
			this.writing.unlock();
		}
	}

	private void announceChange() {
		this.version++;
		this.changed.signalAll();
	}

	/**
	 * Messages newest first.
	 * @param before only messages that came before this one; null from the newest
	 */
	public Page newestFirst(Predicate<Stored> kept, Predicate<Message> read, int limit, @Nullable Long before) {
		List<Message> items = new ArrayList<>();
		Map<Long, Stored> candidates = (before != null) ? this.bySequence.headMap(before, false).descendingMap()
				: this.bySequence.descendingMap();
		Long last = null;
		for (Map.Entry<Long, Stored> candidate : candidates.entrySet()) {
			if (!kept.test(candidate.getValue())) {
				continue;
			}
			Message message = candidate.getValue().message();
			if (!read.test(message)) {
				continue;
			}
			if (items.size() == limit) {
				return new Page(items, last);
			}
			items.add(message);
			last = candidate.getKey();
		}
		return new Page(items, null);
	}

	public int count() {
		return this.bySequence.size();
	}

	/**
	 * Waits for a version newer than the given one.
	 * @return the version now, which is the given one when the time ran out
	 */
	public long awaitNewerThan(long known, long timeout, TimeUnit unit) throws InterruptedException {
		long nanos = unit.toNanos(timeout);
		this.writing.lock();
		try {
			while (this.version == known && nanos > 0) {
				nanos = this.changed.awaitNanos(nanos);
			}
			return this.version;
		}
		finally {
			this.writing.unlock();
		}
	}

}
