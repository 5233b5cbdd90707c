package org.sharaka.notification.delivery.email;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's reply without its words, which tend to repeat the address.
 *
 * @param code three digits, or 0 if there was no reply
 * @param status the enhanced status code (RFC 3463), {@code 4.2.2}, or empty
 */
record SmtpReply(int code, String status) {

	static final SmtpReply NONE = new SmtpReply(0, "");

	private static final Pattern STATUS = Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

	static SmtpReply of(int code, String line) {
		if (code <= 0) {
			return NONE;
		}
		Matcher status = STATUS.matcher(line);
		return new SmtpReply(code, status.find() ? status.group(1) : "");
	}

	boolean isThere() {
		return this.code > 0;
	}

	boolean isPositive() {
		return this.code / 100 == 2;
	}

	boolean isTemporary() {
		return this.code / 100 == 4;
	}

	boolean isPermanent() {
		return this.code / 100 == 5;
	}

	/**
	 * The subject of the enhanced status code, its middle number; -1 if there is none.
	 */
	int about() {
		return this.status.isEmpty() ? -1 : Integer.parseInt(this.status.split("\\.")[1]);
	}

	@Override
	public String toString() {
		return this.status.isEmpty() ? String.valueOf(this.code) : this.code + " " + this.status;
	}

}
