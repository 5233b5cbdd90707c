package org.sharaka.notification.delivery.sms;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One SMS provider's account at its SMS centre.
 *
 * @param sender what the handset shows: up to 11 letters and digits, or a number
 * @param window how many submits may be unanswered at once
 * @param rate parts per second that the contract allows
 * @param timeout the longest wait for a connection, a bind and a response
 * @param enquireLink after so long a silence the link is asked whether it lives
 * @param receiptIds how receipts write message ids
 */
public record SmppProperties(String name, String host, int port, String systemId, String password, String systemType,
		String sender, int window, int rate, Duration timeout, Duration enquireLink, ReceiptIds receiptIds) {

	/**
	 * Some centres answer a submit with a hexadecimal id and write it in decimal in the
	 * receipt, or the reverse.
	 */
	public enum ReceiptIds {

		SAME, DECIMAL_OF_HEX, HEX_OF_DECIMAL

	}

	/**
	 * Reads {@code SMS_<NAME>_HOST}, {@code _PORT}, {@code _SYSTEM_ID},
	 * {@code _PASSWORD}, {@code _SYSTEM_TYPE}, {@code _SENDER}, {@code _WINDOW},
	 * {@code _RATE}, {@code _TIMEOUT}, {@code _ENQUIRE_LINK} (both ISO 8601) and
	 * {@code _RECEIPT_IDS}. Only the sandbox has a host by default.
	 * @throws IllegalArgumentException naming the variable that is wrong
	 */
	public static SmppProperties of(String name, Function<String, @Nullable String> variables) {
		String prefix = "SMS_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "_";
		Variables given = new Variables(prefix, variables);
		return new SmppProperties(name, given.text("HOST", name.equals("sandbox") ? "localhost" : null),
				given.number("PORT", 2775, 65535), given.limited("SYSTEM_ID", "sharaka", 15),
				given.limited("PASSWORD", "sharaka", 8), given.limited("SYSTEM_TYPE", "", 12),
				given.limited("SENDER", "Sharaka", 20), given.number("WINDOW", 10, 1000),
				given.number("RATE", name.equals("sandbox") ? 200 : 10, 100_000),
				Duration.parse(given.text("TIMEOUT", "PT10S")), Duration.parse(given.text("ENQUIRE_LINK", "PT30S")),
				ReceiptIds.valueOf(given.text("RECEIPT_IDS", "SAME")));
	}

	/** Without the password. */
	@Override
	public String toString() {
		return "SmppProperties[" + this.name + ", " + this.host + ":" + this.port + "]";
	}

	private record Variables(String prefix, Function<String, @Nullable String> variables) {

		String text(String key, @Nullable String otherwise) {
			String value = this.variables.apply(this.prefix + key);
			if (value != null && !value.isBlank()) {
				return value.strip();
			}
			if (otherwise == null) {
				throw new IllegalArgumentException(this.prefix + key + " is not set");
			}
			return otherwise;
		}

		String limited(String key, String otherwise, int longest) {
			String value = text(key, otherwise);
			if (value.length() > longest) {
				throw new IllegalArgumentException(this.prefix + key + " may have at most " + longest + " characters");
			}
			return value;
		}

		int number(String key, int otherwise, int most) {
			String value = text(key, String.valueOf(otherwise));
			if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > most) {
				throw new IllegalArgumentException(this.prefix + key + " must be a number from 1 to " + most);
			}
			return Integer.parseInt(value);
		}

	}

}
