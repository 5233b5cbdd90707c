package org.sharaka.notification.sending;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.notice.Notices.Decided;
import org.sharaka.notification.notice.ReceiptBook.Part;
import org.sharaka.notification.notice.ReceiptBook.PartId;
import org.sharaka.notification.notice.SettleReceipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what became of attempts, in bulk and in the order in which they ended. It waits
 * a moment for more, but not when there is nothing to wait for. While the database does
 * not answer it keeps them and tries again: what is not written is sent again.
 */
final class Results implements Runnable {

	private static final Logger log = LoggerFactory.getLogger(Results.class);

	static final int BATCH = 500;

	private static final Duration COLLECTING = Duration.ofMillis(50);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private final Notices notices;

	private final SettleReceipts receipts;

	private final IntSupplier outstanding;

	private final IntConsumer written;

	private final Duration collecting;

	private final BlockingQueue<Decided> queue = new LinkedBlockingQueue<>();

	private volatile boolean closing;

	/**
	 * @param outstanding how many results are to come, those that came among them
	 * @param written told how many claims were given back
	 */
	Results(Notices notices, SettleReceipts receipts, IntSupplier outstanding, IntConsumer written) {
		this(notices, receipts, outstanding, written, COLLECTING);
	}

	/**
	 * @param collecting how long the first of a bulk waits for others
	 */
	Results(Notices notices, SettleReceipts receipts, IntSupplier outstanding, IntConsumer written,
			Duration collecting) {
		this.notices = notices;
		this.receipts = receipts;
		this.outstanding = outstanding;
		this.written = written;
		this.collecting = collecting;
	}

	void add(Decided decided) {
		this.queue.add(decided);
	}

	/** Ends when {@link #close} was called and all is written. */
	@Override
	public void run() {
		try {
			while (!(this.closing && this.queue.isEmpty())) {
				Decided first = this.queue.poll(100, TimeUnit.MILLISECONDS);
				if (first != null) {
					List<Decided> batch = collected(first);
					writeUntilItWorks(batch);
					this.written.accept(batch.size());
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private List<Decided> collected(Decided first) throws InterruptedException {
		List<Decided> batch = new ArrayList<>(List.of(first));
		long end = System.nanoTime() + this.collecting.toNanos();
		Decided next = first;
		while (next != null) {
			this.queue.drainTo(batch, BATCH - batch.size());
			boolean enough = this.closing || batch.size() >= Math.min(BATCH, this.outstanding.getAsInt());
			next = enough ? null : this.queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
			if (next != null) {
				batch.add(next);
			}
		}
		return batch;
	}

	private void writeUntilItWorks(List<Decided> batch) throws InterruptedException {
		Duration pause = Duration.ofMillis(100);
		while (true) {
			try {
				write(batch);
				return;
			}
			catch (RuntimeException ex) {
				log.warn("the results of {} attempts could not be written and are kept: {}", batch.size(),
						ex.toString());
				Thread.sleep(pause);
				pause = (pause.compareTo(LONGEST_PAUSE) < 0) ? pause.multipliedBy(2) : LONGEST_PAUSE;
			}
		}
	}

	private void write(List<Decided> batch) {
		List<Part> parts = batch.stream()
			.filter((one) -> one.notice().channel() == Channel.SMS)
			.flatMap((one) -> parts(one).stream())
			.toList();
		this.receipts.expect(parts);
		int matched = this.notices.write(batch);
		if (matched < batch.size()) {
			log.info("{} of {} results were of notices that somebody else has claimed or that were written before",
					batch.size() - matched, batch.size());
		}
		this.receipts.sent(parts);
	}

	private static List<Part> parts(Decided one) {
		List<PartId> ids = one.change()
			.messageIds()
			.stream()
			.map((id) -> new PartId(String.valueOf(one.change().provider()), id))
			.toList();
		return ids.stream().map((id) -> new Part(id, one.notice().id(), one.change().attempts(), ids, null)).toList();
	}

	void close() {
		this.closing = true;
	}

}
