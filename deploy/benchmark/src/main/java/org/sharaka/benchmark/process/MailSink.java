package org.sharaka.benchmark.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.sharaka.benchmark.run.ProgressLog;
import org.sharaka.benchmark.run.TimeLimit;

/**
 * Postfix' smtp-sink. It accepts every email, counts it and writes it to a file. Its
 * counter is read continuously, so the times of the first and the last email are known to
 * well under a millisecond.
 */
public final class MailSink {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(10);

	private static final int BACKLOG = 100;

	private final ChildProcess child;

	private final int port;

	private final Path dump;

	private final SinkCounter counter = new SinkCounter();

	private int countAtReset;

	private int count;

	private long first;

	private long last;

	private MailSink(ChildProcess child, int port, Path dump) {
		this.child = child;
		this.port = port;
		this.dump = dump;
	}

	/**
	 * Starts smtp-sink.
	 * @param tools the directory of the program
	 */
	public static MailSink start(ChildProcesses children, Path tools, Path data, TimeLimit limit) throws Exception {
		int port = ChildProcesses.freePort();
		Path dump = data.resolve("mail");
		List<String> command = new ArrayList<>(List.of(tools.resolve("smtp-sink").toString()));
		if (System.getProperty("user.name").equals("root")) {
			// run by root, smtp-sink requires the user to be named
			command.addAll(List.of("-u", "root"));
		}
		command.addAll(List.of("-c", "-D", dump.toString(), "127.0.0.1:" + port, Integer.toString(BACKLOG)));
		MailSink sink = new MailSink(children.startPiped("smtp-sink", command, Map.of()), port, dump);
		Thread.ofPlatform().daemon().name("smtp-sink").start(sink::read);
		limit.await("smtp-sink", TIMEOUT, Duration.ofMillis(50), () -> {
			sink.child.requireAlive();
			return ChildProcesses.listens(port);
		});
		return sink;
	}

	private void read() {
		byte[] buffer = new byte[8192];
		try (InputStream output = this.child.output()) {
			for (int length = output.read(buffer); length > 0; length = output.read(buffer)) {
				this.counter.feed(buffer, length);
				counted(this.counter.messages(), System.nanoTime());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private synchronized void counted(int messages, long now) {
		if (messages > this.countAtReset + this.count) {
			this.first = (this.count == 0) ? now : this.first;
			this.last = now;
			this.count = messages - this.countAtReset;
		}
	}

	/** Resets the counter and deletes the file. No email may be on its way. */
	public synchronized void reset() throws IOException {
		this.countAtReset += this.count;
		this.count = 0;
		Files.deleteIfExists(this.dump);
	}

	/** Returns the number of emails since the last reset. */
	public synchronized int count() {
		return this.count;
	}

	/** Returns when the first email since the reset arrived ({@link System#nanoTime}). */
	public synchronized long first() {
		return this.first;
	}

	/** Returns when the last email arrived ({@link System#nanoTime}). */
	public synchronized long last() {
		return this.last;
	}

	/** Returns the emails per second between the first and the last. */
	public synchronized double perSecond() {
		return (this.count - 1) / ((this.last - this.first) / 1e9);
	}

	/**
	 * Waits until this many emails have arrived, and logs the progress.
	 * @throws ExceededException if they do not arrive in time
	 */
	public void await(int mails, Duration timeout, TimeLimit limit, ProgressLog progress) throws Exception {
		AtomicLong lastReport = new AtomicLong(System.nanoTime());
		limit.await(mails + " mails in the sink", timeout, Duration.ofMillis(10), () -> {
			this.child.requireAlive();
			if (System.nanoTime() - lastReport.get() > PROGRESS_INTERVAL.toNanos()) {
				lastReport.set(System.nanoTime());
				progress.log("  %,d of %,d mails so far", count(), mails);
			}
			return count() >= mails;
		});
	}

	public int port() {
		return this.port;
	}

	/** Returns the file with the emails since the reset. */
	public Path dump() {
		return this.dump;
	}

}
