package org.sharaka.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.sharaka.chassis.id.Ids;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeUpdate;
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.notice.Notices.Capacity;
import org.sharaka.notification.notice.Notices.LeasedNotices;
import org.sharaka.notification.notice.usecase.ApplyReceipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the notices of one channel, so that a channel that is blocked does not hold up
 * the other. One thread takes leases on due notices, {@code concurrency} threads send
 * them, and one thread writes the results. Several dispatchers of a channel can run at
 * once, in this process or in others.
 *
 * <p>
 * Leases are taken rarely and for many notices: when notices were created, when at least
 * half of the window is free and more are due, and periodically. Urgent notices overtake
 * others: they are leased first, have capacity of their own, and are sent first. While
 * the providers refuse (breaker open, rate used up), the senders wait with the notices
 * that they hold, as long as the lease allows.
 */
final class ChannelDispatcher {

	private static final Logger log = LoggerFactory.getLogger(ChannelDispatcher.class);

	private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

	/** The pause after a query is at least this many times as long as the query took. */
	private static final int MIN_PAUSE_FACTOR = 20;

	/** The longest pause, in sweep intervals. */
	private static final int MAX_SWEEPS = 5;

	private final Channel channel;

	private final Notices notices;

	private final OutgoingNoticeLoader loader;

	private final NoticeSender sender;

	private final NoticeUpdateWriter updates;

	private final DispatchProperties properties;

	private final int concurrency;

	private final Ids ids;

	private final Clock clock;

	private final PriorityBlockingQueue<OutgoingNotice> leased = new PriorityBlockingQueue<>(64, OutgoingNotice.ORDER);

	private final AtomicInteger held = new AtomicInteger();

	/**
	 * Whether notices may be due that the window had no space for. False while a lease is
	 * being taken, so that a sender that returns notices meanwhile wakes nobody.
	 */
	private volatile boolean hasMore;

	private final Semaphore woken = new Semaphore(0);

	private final CountDownLatch closing = new CountDownLatch(1);

	private final List<Thread> threads = new ArrayList<>();

	private final Thread writer;

	ChannelDispatcher(Channel channel, Notices notices, ApplyReceipts receipts, OutgoingNoticeLoader loader,
			NoticeSender sender, DispatchProperties properties, int concurrency, Ids ids, Clock clock) {
		this.channel = channel;
		this.notices = notices;
		this.loader = loader;
		this.sender = sender;
		this.properties = properties;
		this.concurrency = concurrency;
		this.ids = ids;
		this.clock = clock;
		this.updates = new NoticeUpdateWriter(notices, receipts, this::held, this::written);
		this.writer = Thread.ofVirtual().name(name("writer")).unstarted(this.updates);
	}

	void start() {
		this.writer.start();
		for (int i = 0; i < this.concurrency; i++) {
			this.threads.add(Thread.ofVirtual().name(name("sender-" + i)).start(this::send));
		}
		this.threads.add(Thread.ofVirtual().name(name("leases")).start(this::takeLeases));
	}

	private String name(String role) {
		return "notices-" + this.channel + "-" + role;
	}

	/** Makes this dispatcher look for due notices now. Cheap and thread-safe. */
	void wake() {
		if (this.woken.availablePermits() == 0) {
			this.woken.release();
		}
	}

	/** How many notices are leased and not yet written. */
	int held() {
		return this.held.get();
	}

	private void written(int count) {
		this.held.addAndGet(-count);
		if (this.hasMore && hasSpace()) {
			wake();
		}
	}

	private boolean hasSpace() {
		return 2 * this.held.get() <= this.properties.window();
	}

	private void takeLeases() {
		while (isOpen()) {
			Duration pause;
			try {
				this.woken.drainPermits();
				long began = System.nanoTime();
				takeLease();
				if (this.hasMore && hasSpace()) {
					continue;
				}
				pause = pauseAfter(Duration.ofNanos(System.nanoTime() - began));
			}
			catch (RuntimeException ex) {
				log.warn("no notices could be leased, retrying: {}", ex.toString());
				pause = PAUSE_AFTER_FAILURE;
			}
			try {
				this.woken.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
		}
	}

	/** A slow query is repeated less often. */
	private Duration pauseAfter(Duration query) {
		Duration sweep = this.properties.sweep();
		long wanted = Math.clamp(MIN_PAUSE_FACTOR * query.toMillis(), sweep.toMillis(), MAX_SWEEPS * sweep.toMillis());
		return Duration.ofMillis(wanted);
	}

	private void takeLease() {
		this.hasMore = false;
		boolean urgentOnly = !hasSpace();
		int free = this.properties.window() - this.held.get();
		Capacity capacity = new Capacity(urgentOnly ? this.properties.window() + free : free, urgentOnly);
		Instant now = this.clock.instant();
		LeasedNotices taken = this.notices.lease(this.channel, this.ids.newId(), capacity, now,
				this.properties.lease());
		this.held.addAndGet(taken.notices().size());
		this.hasMore = urgentOnly || taken.hasMore();
		prepare(taken.notices(), now.plus(this.properties.lease()));
	}

	private void prepare(List<Notice> notices, Instant leasedUntil) {
		try {
			this.leased.addAll(this.loader.load(notices, leasedUntil));
		}
		catch (RuntimeException ex) {
			log.warn("{} leased notices are returned, because what they need could not be loaded: {}", notices.size(),
					ex.toString());
			Instant due = this.clock.instant().plus(PAUSE_AFTER_FAILURE);
			notices.forEach((notice) -> this.updates.add(notice.postponed(due)));
		}
	}

	private void send() {
		while (isOpen()) {
			try {
				OutgoingNotice outgoing = this.leased.poll(200, TimeUnit.MILLISECONDS);
				if (outgoing != null) {
					send(outgoing);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
		}
	}

	/** Returns when the update of this notice is decided. */
	private void send(OutgoingNotice outgoing) throws InterruptedException {
		Instant latest = outgoing.leasedUntil().minus(this.properties.reserve());
		while (isOpen() && this.clock.instant().isBefore(latest)) {
			NoticeUpdate update = this.sender.attempt(outgoing);
			Instant due = update.due();
			if (!update.isPostponement() || due == null || due.isAfter(latest)) {
				this.updates.add(outgoing.traced(update));
				return;
			}
			this.closing.await(Duration.between(this.clock.instant(), due).toMillis(), TimeUnit.MILLISECONDS);
		}
		giveBack(outgoing);
	}

	private void giveBack(OutgoingNotice outgoing) {
		this.updates.add(outgoing.traced(outgoing.notice().postponed(this.clock.instant())));
	}

	boolean isOpen() {
		return this.closing.getCount() > 0;
	}

	/**
	 * Waits for the sends in progress, returns the notices that were not begun, and
	 * writes all results.
	 */
	void stop() throws InterruptedException {
		this.closing.countDown();
		wake();
		for (Thread thread : this.threads) {
			thread.join(this.properties.reserve());
		}
		for (OutgoingNotice outgoing = this.leased.poll(); outgoing != null; outgoing = this.leased.poll()) {
			giveBack(outgoing);
		}
		this.updates.close();
		this.writer.join(this.properties.reserve());
	}

}
