package org.sharaka.notification.sending;

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
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.notice.Notices.Claimed;
import org.sharaka.notification.notice.Notices.Decided;
import org.sharaka.notification.notice.Notices.Room;
import org.sharaka.notification.notice.SettleReceipts;
import org.sharaka.notification.sending.Sender.Attempt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the notices of one channel, so that a channel that is stuck does not hold up the
 * other: one thread claims, {@code concurrency} threads send, one writes. Several lanes
 * of a channel may run at once, in this or in other processes.
 *
 * <p>
 * Claims are few and large: the database is asked when something was made, when at least
 * half the window is free and more is due, and by a sweep. Urgent notices overtake: they
 * are claimed first, have room of their own, and are sent first of what is claimed. While
 * the providers refuse (breaker open, rate used up) the senders wait with what they hold,
 * as long as its lease allows.
 */
final class Lane {

	private static final Logger log = LoggerFactory.getLogger(Lane.class);

	private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

	/** A sweep takes one of so many parts of the time, until it is as slow as it gets. */
	private static final int CLAIM_SHARE = 20;

	/** In sweeps. */
	private static final int SLOWEST = 5;

	private final Channel channel;

	private final Notices notices;

	private final Preparation preparation;

	private final Sender sender;

	private final Results results;

	private final SendingSettings settings;

	private final int concurrency;

	private final Ids ids;

	private final Clock clock;

	private final PriorityBlockingQueue<Ready> claimed = new PriorityBlockingQueue<>(64, Ready.ORDER);

	private final AtomicInteger held = new AtomicInteger();

	/**
	 * Whether notices may be due that there was no room for. Not while claiming: then who
	 * gives something back need not wake anybody.
	 */
	private volatile boolean more;

	private final Semaphore woken = new Semaphore(0);

	private final CountDownLatch closing = new CountDownLatch(1);

	private final List<Thread> threads = new ArrayList<>();

	private final Thread writer;

	Lane(Channel channel, Notices notices, SettleReceipts receipts, Preparation preparation, Sender sender,
			SendingSettings settings, int concurrency, Ids ids, Clock clock) {
		this.channel = channel;
		this.notices = notices;
		this.preparation = preparation;
		this.sender = sender;
		this.settings = settings;
		this.concurrency = concurrency;
		this.ids = ids;
		this.clock = clock;
		this.results = new Results(notices, receipts, this::held, this::givenBack);
		this.writer = Thread.ofVirtual().name(name("writer")).unstarted(this.results);
	}

	void start() {
		this.writer.start();
		for (int i = 0; i < this.concurrency; i++) {
			this.threads.add(Thread.ofVirtual().name(name("sender-" + i)).start(this::send));
		}
		this.threads.add(Thread.ofVirtual().name(name("claims")).start(this::claim));
	}

	private String name(String role) {
		return "notices-" + this.channel + "-" + role;
	}

	/** Looks for notices now. Cheap, from any thread. */
	void wake() {
		if (this.woken.availablePermits() == 0) {
			this.woken.release();
		}
	}

	/** How many notices are claimed and not yet written back. */
	int held() {
		return this.held.get();
	}

	private void givenBack(int count) {
		this.held.addAndGet(-count);
		if (this.more && hasRoom()) {
			wake();
		}
	}

	private boolean hasRoom() {
		return 2 * this.held.get() <= this.settings.window();
	}

	private void claim() {
		while (isOpen()) {
			Duration pause;
			try {
				this.woken.drainPermits();
				long began = System.nanoTime();
				claimOnce();
				if (this.more && hasRoom()) {
					continue;
				}
				pause = pauseAfter(Duration.ofNanos(System.nanoTime() - began));
			}
			catch (RuntimeException ex) {
				log.warn("no notices could be claimed, trying again: {}", ex.toString());
				pause = AFTER_FAILURE;
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

	/** Where looking takes long it is done less often. */
	private Duration pauseAfter(Duration claim) {
		Duration sweep = this.settings.sweep();
		long wanted = Math.clamp(CLAIM_SHARE * claim.toMillis(), sweep.toMillis(), SLOWEST * sweep.toMillis());
		return Duration.ofMillis(wanted);
	}

	private void claimOnce() {
		this.more = false;
		boolean urgentOnly = !hasRoom();
		int free = this.settings.window() - this.held.get();
		Room room = new Room(urgentOnly ? this.settings.window() + free : free, urgentOnly);
		Instant now = this.clock.instant();
		Claimed won = this.notices.claim(this.channel, this.ids.newId(), room, now, this.settings.lease());
		this.held.addAndGet(won.notices().size());
		this.more = urgentOnly || won.more();
		prepare(won.notices(), now.plus(this.settings.lease()));
	}

	private void prepare(List<Notice> won, Instant until) {
		try {
			this.claimed.addAll(this.preparation.of(won, until));
		}
		catch (RuntimeException ex) {
			log.warn("{} claimed notices go back, what they need could not be looked up: {}", won.size(),
					ex.toString());
			Instant due = this.clock.instant().plus(AFTER_FAILURE);
			won.forEach((notice) -> this.results.add(new Decided(notice, notice.untouched(due), null)));
		}
	}

	private void send() {
		while (isOpen()) {
			try {
				Ready ready = this.claimed.poll(200, TimeUnit.MILLISECONDS);
				if (ready != null) {
					send(ready);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
		}
	}

	/** Nothing else is sent by this thread until this notice is decided on. */
	private void send(Ready ready) throws InterruptedException {
		Instant latest = ready.until().minus(this.settings.reserve());
		while (isOpen() && this.clock.instant().isBefore(latest)) {
			Attempt attempt = this.sender.attempt(ready);
			if (attempt.pause().isZero() || this.clock.instant().plus(attempt.pause()).isAfter(latest)) {
				this.results.add(ready.decided(attempt.change()));
				return;
			}
			this.closing.await(attempt.pause().toMillis(), TimeUnit.MILLISECONDS);
		}
		giveBack(ready);
	}

	private void giveBack(Ready ready) {
		this.results.add(ready.decided(ready.notice().untouched(this.clock.instant())));
	}

	boolean isOpen() {
		return this.closing.getCount() > 0;
	}

	/**
	 * Lets the sends that run come to their end, gives back what was not begun, and
	 * writes it all.
	 */
	void stop() throws InterruptedException {
		this.closing.countDown();
		wake();
		for (Thread thread : this.threads) {
			thread.join(this.settings.reserve());
		}
		for (Ready ready = this.claimed.poll(); ready != null; ready = this.claimed.poll()) {
			giveBack(ready);
		}
		this.results.close();
		this.writer.join(this.settings.reserve());
	}

}
