package org.sharaka.notification.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.notice.DeliveryReceipts.Part;
import org.sharaka.notification.notice.DeliveryReceipts.PartId;
import org.sharaka.notification.notice.NoticeUpdate;
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.notice.usecase.ApplyReceipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes updates of notices in bulk, in the order in which they were decided. A bulk
 * waits shortly for more updates, but not when none are outstanding. While the database
 * is not available, the writer keeps the updates and retries, because a notice whose
 * update is lost is sent again.
 */
final class NoticeUpdateWriter implements Runnable {

	private static final Logger log = LoggerFactory.getLogger(NoticeUpdateWriter.class);

	static final int MAX_BATCH = 500;

	private static final Duration MAX_COLLECTING_TIME = Duration.ofMillis(50);

	private static final Duration MAX_PAUSE = Duration.ofSeconds(5);

	private final Notices notices;

	private final ApplyReceipts receipts;

	private final IntSupplier outstanding;

	private final IntConsumer written;

	private final Duration collecting;

	private final BlockingQueue<NoticeUpdate> queue = new LinkedBlockingQueue<>();

	private volatile boolean closing;

	/**
	 * @param outstanding the number of updates to come, including those in the queue
	 * @param written receives the number of updates that were written
	 */
	NoticeUpdateWriter(Notices notices, ApplyReceipts receipts, IntSupplier outstanding, IntConsumer written) {
		this(notices, receipts, outstanding, written, MAX_COLLECTING_TIME);
	}

	/**
	 * @param collecting how long the first update of a bulk waits for others
	 */
	NoticeUpdateWriter(Notices notices, ApplyReceipts receipts, IntSupplier outstanding, IntConsumer written,
			Duration collecting) {
		this.notices = notices;
		this.receipts = receipts;
		this.outstanding = outstanding;
		this.written = written;
		this.collecting = collecting;
	}

	void add(NoticeUpdate update) {
		this.queue.add(update);
	}

	/** Returns after {@link #close}, when all updates are written. */
	@Override
	public void run() {
		try {
			while (!(this.closing && this.queue.isEmpty())) {
				NoticeUpdate first = this.queue.poll(100, TimeUnit.MILLISECONDS);
				if (first != null) {
					List<NoticeUpdate> batch = collect(first);
					writeWithRetries(batch);
					this.written.accept(batch.size());
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private List<NoticeUpdate> collect(NoticeUpdate first) throws InterruptedException {
		List<NoticeUpdate> batch = new ArrayList<>(List.of(first));
		long end = System.nanoTime() + this.collecting.toNanos();
		NoticeUpdate next = first;
		while (next != null) {
			this.queue.drainTo(batch, MAX_BATCH - batch.size());
			boolean full = this.closing || batch.size() >= Math.min(MAX_BATCH, this.outstanding.getAsInt());
			next = full ? null : this.queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
			if (next != null) {
				batch.add(next);
			}
		}
		return batch;
	}

	private void writeWithRetries(List<NoticeUpdate> batch) throws InterruptedException {
		Duration pause = Duration.ofMillis(100);
		while (true) {
			try {
				write(batch);
				return;
			}
			catch (RuntimeException ex) {
				log.warn("{} updates of notices could not be written and are retried: {}", batch.size(), ex.toString());
				Thread.sleep(pause);
				pause = (pause.compareTo(MAX_PAUSE) < 0) ? pause.multipliedBy(2) : MAX_PAUSE;
			}
		}
	}

	private void write(List<NoticeUpdate> batch) {
		List<Part> parts = batch.stream()
			.filter((one) -> one.notice().channel() == Channel.SMS)
			.flatMap((one) -> parts(one).stream())
			.toList();
		this.receipts.expect(parts);
		int matched = this.notices.write(batch);
		if (matched < batch.size()) {
			log.info("{} of {} updates had no effect, because their notices were leased again or updated before",
					batch.size() - matched, batch.size());
		}
		this.receipts.sent(parts);
	}

	private static List<Part> parts(NoticeUpdate one) {
		List<PartId> ids = one.messageIds()
			.stream()
			.map((id) -> new PartId(String.valueOf(one.provider()), id))
			.toList();
		return ids.stream().map((id) -> new Part(id, one.notice().id(), one.attempts(), ids, null)).toList();
	}

	void close() {
		this.closing = true;
	}

}
