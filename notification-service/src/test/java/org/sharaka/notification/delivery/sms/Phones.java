package org.sharaka.notification.delivery.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

import org.jsmpp.bean.SubmitSm;

/**
 * All phones behind an SMS centre: what they would show, and their receipts. Each SMS
 * here is in one part or has a header of six octets (UDH, concatenation with 8 bits).
 */
public final class Phones {

	/** A part as it arrived, its text without the header. */
	public record Part(String to, int number, String text) {
	}

	private TestSmsCentre centre;

	public Phones() {
		this.centre = start(0);
	}

	private static TestSmsCentre start(int port) {
		try {
			return new TestSmsCentre(port);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public int port() {
		return this.centre.port();
	}

	public void close() throws IOException {
		this.centre.close();
	}

	/** The parts for one number, in order. */
	public List<Part> partsFor(String number) {
		return this.centre.received.stream()
			.filter((pdu) -> number.equals("+" + pdu.getDestAddress()))
			.map(Phones::part)
			.sorted((one, other) -> Integer.compare(one.number(), other.number()))
			.toList();
	}

	/** What one phone shows, if it got one SMS. */
	public String textFor(String number) {
		return String.join("", partsFor(number).stream().map(Part::text).toList());
	}

	/** How many messages a number got: parts with the number 1. */
	public long countFor(String number) {
		return partsFor(number).stream().filter((part) -> part.number() == 1).count();
	}

	public int count() {
		return this.centre.received.size();
	}

	private static Part part(SubmitSm pdu) {
		byte[] message = pdu.getShortMessage();
		boolean header = (pdu.getEsmClass() & 0x40) != 0;
		int from = header ? message[0] + 1 : 0;
		int number = header ? message[from - 1] : 1;
		boolean arabic = pdu.getDataCoding() == 8;
		return new Part("+" + pdu.getDestAddress(), number, new String(message, from, message.length - from,
				arabic ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1));
	}

	/** The next submit is refused with this SMPP status. */
	public void refuseNext(int status) {
		this.centre.next.add(TestSmsCentre.refuse(status));
	}

	/** The next submit is taken and its answer lost. */
	public void loseNextAnswer() {
		this.centre.next.add(TestSmsCentre.drop());
	}

	/** The next submit gets this message id. */
	public void answerNext(String messageId) {
		this.centre.next.add((pdu, session) -> messageId);
	}

	/**
	 * The next submit gets this message id, but only when the latch is down, and after
	 * its receipt was sent.
	 */
	public void reportBeforeAnswer(String messageId, CountDownLatch reported) {
		this.centre.next.add((pdu, session) -> {
			Thread.ofVirtual().start(() -> {
				report(messageId, "DELIVRD");
				reported.countDown();
			});
			try {
				reported.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return messageId;
		});
	}

	/** Asked of each part before it is taken and answered; may block. */
	public void takeIf(Predicate<Part> takes) {
		this.centre.takes = (pdu) -> takes.test(part(pdu));
	}

	/** Sends a receipt: {@code DELIVRD}, {@code UNDELIV}, {@code EXPIRED}. */
	public void report(String messageId, String state) {
		try {
			this.centre
				.receipt("id:" + messageId + " sub:001 dlvrd:001 submit date:2611220900 done date:2611220901 stat:"
						+ state + " err:000 text:");
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
