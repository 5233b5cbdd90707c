package org.sharaka.notification.delivery.email;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;

/**
 * Open connections, kept for the next message, the one that was used last first. How many
 * are in use at once is the bulkhead's matter; here only the idle ones are counted.
 * Thread-safe.
 */
final class SmtpConnections implements AutoCloseable {

	private static final Duration MAX_AGE = Duration.ofMinutes(5);

	private final SmtpProperties settings;

	private final InstantSource clock;

	private final Session session;

	private final ConcurrentLinkedDeque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();

	/** Ends writes that hang, and closes connections that have been idle for too long. */
	private final ScheduledThreadPoolExecutor timer;

	private volatile boolean closed;

	SmtpConnections(SmtpProperties settings, String localName, InstantSource clock) {
		this.settings = settings;
		this.clock = clock;
		this.timer = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("smtp-timer").factory());
		this.timer.setRemoveOnCancelPolicy(true);
		this.session = Session.getInstance(properties(settings, localName, this.timer));
		long sweep = Math.max(1, settings.idle().toMillis() / 2);
		this.timer.scheduleWithFixedDelay(this::closeIdle, sweep, sweep, TimeUnit.MILLISECONDS);
	}

	private static Properties properties(SmtpProperties settings, String localName, ScheduledThreadPoolExecutor timer) {
		Properties properties = new Properties();
		properties.setProperty("mail.smtp.connectiontimeout", String.valueOf(settings.connectTimeout().toMillis()));
		properties.setProperty("mail.smtp.timeout", String.valueOf(settings.timeout().toMillis()));
		properties.setProperty("mail.smtp.writetimeout", String.valueOf(settings.timeout().toMillis()));
		properties.put("mail.smtp.executor.writetimeout", timer);
		properties.setProperty("mail.smtp.localhost", localName);
		properties.setProperty("mail.smtp.auth", String.valueOf(!settings.username().isEmpty()));
		properties.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.starttls()));
		properties.setProperty("mail.smtp.starttls.required", String.valueOf(settings.starttls()));
		return properties;
	}

	Session session() {
		return this.session;
	}

	/** An open connection, or a new one. */
	SmtpConnection borrow() throws MessagingException {
		Instant now = this.clock.instant();
		SmtpConnection connection;
		while ((connection = this.idle.pollFirst()) != null) {
			if (isUsable(connection, now)) {
				return connection;
			}
			closeQuietly(connection);
		}
		return open();
	}

	private boolean isUsable(SmtpConnection connection, Instant now) {
		return connection.idleAt(now).compareTo(this.settings.idle()) < 0
				&& connection.ageAt(now).compareTo(MAX_AGE) < 0
				&& (connection.idleAt(now).compareTo(this.settings.checkAfter()) < 0 || connection.isConnected());
	}

	SmtpConnection open() throws MessagingException {
		URLName url = new URLName("smtp", this.settings.host(), this.settings.port(), null, null, null);
		SmtpConnection connection = new SmtpConnection(this.session, url, this.clock.instant());
		boolean anonymous = this.settings.username().isEmpty();
		try {
			connection.connect(this.settings.host(), this.settings.port(), anonymous ? null : this.settings.username(),
					anonymous ? null : this.settings.password());
		}
		catch (MessagingException ex) {
			closeQuietly(connection);
			throw new SmtpConnectException(connection.reply(), ex);
		}
		return connection;
	}

	void giveBack(SmtpConnection connection) {
		if (this.closed || connection.messages() >= this.settings.messagesPerConnection()
				|| this.idle.size() >= this.settings.connections()) {
			closeQuietly(connection);
			return;
		}
		this.idle.addFirst(connection);
		if (this.closed) {
			closeIdle();
		}
	}

	private void closeIdle() {
		Instant now = this.clock.instant();
		for (SmtpConnection connection : this.idle) {
			boolean old = this.closed || connection.idleAt(now).compareTo(this.settings.idle()) >= 0;
			if (old && this.idle.remove(connection)) {
				closeQuietly(connection);
			}
		}
	}

	/** Says QUIT where the server still listens. */
	static void closeQuietly(SmtpConnection connection) {
		try {
			connection.close();
		}
		catch (MessagingException ex) {
			// it is gone, which is what was wanted
		}
	}

	@Override
	public void close() {
		this.closed = true;
		closeIdle();
		this.timer.shutdownNow();
	}

}
