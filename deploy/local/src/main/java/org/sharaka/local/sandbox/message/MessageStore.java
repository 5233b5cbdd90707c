package org.sharaka.local.sandbox.message;

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
 * Keeps the newest messages in memory. The oldest ones are dropped when there are too
 * many messages or when they use too much memory. Thread-safe; readers never wait for
 * writers.
 */
public final class MessageStore {

	private final int maxMessages;

	private final long maxBytes;

	private final ConcurrentSkipListMap<Long, StoredMessage> bySequence = new ConcurrentSkipListMap<>();

	private final ReentrantLock writing = new ReentrantLock();

	private final Condition changed = this.writing.newCondition();

	private long sequence;

	private long bytes;

	private long version;

	public MessageStore(int maxMessages, long maxBytes) {
		this.maxMessages = maxMessages;
		this.maxBytes = maxBytes;
	}

	/** A page of messages, newest first. {@code next} is null on the last page. */
	public record Page(List<Message> items, @Nullable Long next) {
	}

	public void add(StoredMessage message) {
		this.writing.lock();
		try {
			this.bySequence.put(++this.sequence, message);
			this.bytes += message.size();
			while (this.bySequence.size() > this.maxMessages || this.bytes > this.maxBytes) {
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
	 * Returns messages, newest first.
	 * @param filter a filter on what is known without parsing the message
	 * @param contentFilter a filter on the parsed message
	 * @param before the sequence number before which the page starts; null for the newest
	 */
	public Page newestFirst(Predicate<StoredMessage> filter, Predicate<Message> contentFilter, int limit,
			@Nullable Long before) {
		List<Message> items = new ArrayList<>();
		Map<Long, StoredMessage> candidates = (before != null) ? this.bySequence.headMap(before, false).descendingMap()
				: this.bySequence.descendingMap();
		Long last = null;
		for (Map.Entry<Long, StoredMessage> candidate : candidates.entrySet()) {
			if (!filter.test(candidate.getValue())) {
				continue;
			}
			Message message = candidate.getValue().message();
			if (!contentFilter.test(message)) {
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
	 * Waits until the version differs from the given one.
	 * @return the current version, which equals the given one if the time has run out
	 */
	public long awaitChange(long known, long timeout, TimeUnit unit) throws InterruptedException {
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
