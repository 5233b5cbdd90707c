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
 * Postfix' smtp-sink: it takes any mail, counts it and writes it to a file. Its counter
 * is read as it counts, so that first and last mail are known to well under a
 * millisecond.
 */
public final class MailSink {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final Duration SAY_AGAIN = Duration.ofSeconds(10);

	private static final int BACKLOG = 100;

	private final ChildProcess child;

	private final int port;

	private final Path dump;

	private final SinkCounter counter = new SinkCounter();

	private int before;

	private int count;

	private long first;

	private long last;

	private MailSink(ChildProcess child, int port, Path dump) {
		this.child = child;
		this.port = port;
		this.dump = dump;
	}

	/**
	 * Starts it.
	 * @param tools the folder that it is in
	 */
	public static MailSink start(ChildProcesses children, Path tools, Path data, TimeLimit limit) throws Exception {
		int port = ChildProcesses.freePort();
		Path dump = data.resolve("mail");
		List<String> command = new ArrayList<>(List.of(tools.resolve("smtp-sink").toString()));
		if (System.getProperty("user.name").equals("root")) {
			// it will not run as root without being told so
			command.addAll(List.of("-u", "root"));
		}
		command.addAll(List.of("-c", "-D", dump.toString(), "127.0.0.1:" + port, Integer.toString(BACKLOG)));
		MailSink sink = new MailSink(children.startPiped("smtp-sink", command, Map.of()), port, dump);
		Thread.ofPlatform().daemon().name("smtp-sink").start(sink::read);
		limit.await("smtp-sink", PATIENCE, Duration.ofMillis(50), () -> {
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
		if (messages > this.before + this.count) {
			this.first = (this.count == 0) ? now : this.first;
			this.last = now;
			this.count = messages - this.before;
		}
	}

	/** Forgets what came so far. Nobody may be sending. */
	public synchronized void empty() throws IOException {
		this.before += this.count;
		this.count = 0;
		Files.deleteIfExists(this.dump);
	}

	/** Mails since it was emptied. */
	public synchronized int count() {
		return this.count;
	}

	/** When the first came since it was emptied, by {@link System#nanoTime}. */
	public synchronized long first() {
		return this.first;
	}

	/** When the last came, by {@link System#nanoTime}. */
	public synchronized long last() {
		return this.last;
	}

	/** Mails a second between the first and the last. */
	public synchronized double perSecond() {
		return (this.count - 1) / ((this.last - this.first) / 1e9);
	}

	/**
	 * Waits for so many mails, and says now and then how many there are.
	 * @throws TimeLimit.Over if they do not come
	 */
	public void await(int mails, Duration patience, TimeLimit limit, ProgressLog progress) throws Exception {
		AtomicLong said = new AtomicLong(System.nanoTime());
		limit.await(mails + " mails in the sink", patience, Duration.ofMillis(10), () -> {
			this.child.requireAlive();
			if (System.nanoTime() - said.get() > SAY_AGAIN.toNanos()) {
				said.set(System.nanoTime());
				progress.say("  %,d of %,d mails so far", count(), mails);
			}
			return count() >= mails;
		});
	}

	public int port() {
		return this.port;
	}

	/** The file with the mails since it was emptied. */
	public Path dump() {
		return this.dump;
	}

}
