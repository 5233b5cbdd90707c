package org.sharaka.notification.sending;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.notice.Notices.Decided;
import org.sharaka.notification.notice.ReceiptBook.Part;
import org.sharaka.notification.notice.ReceiptBook.PartId;
import org.sharaka.notification.notice.SettleReceipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what became of attempts, in bulk and in the order in which they ended. While the
 * database does not answer it keeps them and tries again: what is not written is sent
 * again.
 */
final class Results implements Runnable {

	private static final Logger log = LoggerFactory.getLogger(Results.class);

	private static final int BATCH = 500;

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private final Notices notices;

	private final SettleReceipts receipts;

	private final IntConsumer written;

	private final BlockingQueue<Decided> queue = new LinkedBlockingQueue<>();

	private volatile boolean closing;

	/**
	 * @param written told how many claims were given back
	 */
	Results(Notices notices, SettleReceipts receipts, IntConsumer written) {
		this.notices = notices;
		this.receipts = receipts;
		this.written = written;
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
					List<Decided> batch = new ArrayList<>(List.of(first));
					this.queue.drainTo(batch, BATCH - 1);
					writeUntilItWorks(batch);
					this.written.accept(batch.size());
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
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
