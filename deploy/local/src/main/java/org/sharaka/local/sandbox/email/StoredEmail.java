package org.sharaka.local.sandbox.email;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import org.sharaka.local.sandbox.message.Channel;
import org.sharaka.local.sandbox.message.Message;
import org.sharaka.local.sandbox.message.StoredMessage;

/** An email with its envelope. The MIME content is kept compressed. */
final class StoredEmail implements StoredMessage {

	private final String id = UUID.randomUUID().toString();

	private final String sender;

	private final String recipient;

	private final Instant receivedAt;

	private final byte[] deflated;

	StoredEmail(String sender, String recipient, Instant receivedAt, byte[] deflated) {
		this.sender = sender;
		this.recipient = recipient;
		this.receivedAt = receivedAt;
		this.deflated = deflated;
	}

	static byte[] deflate(byte[] mime) {
		ByteArrayOutputStream deflated = new ByteArrayOutputStream(mime.length / 2 + 64);
		Deflater deflater = new Deflater(Deflater.BEST_SPEED);
		try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, deflater)) {
			out.write(mime);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			deflater.end();
		}
		return deflated.toByteArray();
	}

	@Override
	public Channel channel() {
		return Channel.EMAIL;
	}

	@Override
	public String to() {
		return this.recipient;
	}

	@Override
	public int size() {
		return this.deflated.length + 200;
	}

	@Override
	public Message message() {
		try (InflaterInputStream mime = new InflaterInputStream(new ByteArrayInputStream(this.deflated))) {
			return new MimeParser(mime).email(this.id, this.sender, this.recipient, this.receivedAt);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
