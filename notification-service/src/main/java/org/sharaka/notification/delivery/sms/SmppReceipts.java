package org.sharaka.notification.delivery.sms;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Message_payload;
import org.jsmpp.bean.OptionalParameter.Receipted_message_id;
import org.jspecify.annotations.Nullable;
import org.sharaka.notification.delivery.Receipt;
import org.sharaka.notification.delivery.Receipt.State;
import org.sharaka.notification.delivery.sms.SmppProperties.ReceiptIds;

/**
 * Reads delivery receipts: the TLVs receipted_message_id and message_state where they are
 * there, else the text of SMPP 3.4 appendix B, leniently, because every vendor writes it
 * in its own way. The text holds the beginning of the message, so it is neither kept nor
 * logged.
 */
final class SmppReceipts {

	private static final Pattern ID = Pattern.compile("\\bid:\\s*([^\\s]+)", Pattern.CASE_INSENSITIVE);

	private static final Pattern STATE = Pattern.compile("\\bstat:\\s*([A-Za-z]+)", Pattern.CASE_INSENSITIVE);

	private static final Pattern ERROR = Pattern.compile("\\berr:\\s*([0-9A-Za-z]+)", Pattern.CASE_INSENSITIVE);

	private final String provider;

	private final ReceiptIds ids;

	SmppReceipts(String provider, ReceiptIds ids) {
		this.provider = provider;
		this.ids = ids;
	}

	/** Empty if it does not say which message it is about. */
	Optional<Receipt> read(DeliverSm pdu) {
		String text = text(pdu);
		String id = messageId(pdu, text);
		if (id == null) {
			return Optional.empty();
		}
		String error = find(ERROR, text);
		boolean fine = error == null || error.matches("0+");
		return Optional.of(new Receipt(this.provider, id, state(pdu, text), fine ? null : error));
	}

	private static String text(DeliverSm pdu) {
		byte[] message = pdu.getShortMessage();
		Message_payload payload = pdu.getOptionalParameter(Message_payload.class);
		if ((message == null || message.length == 0) && payload != null) {
			message = payload.getValue();
		}
		return (message == null) ? "" : new String(message, StandardCharsets.ISO_8859_1);
	}

	private @Nullable String messageId(DeliverSm pdu, String text) {
		Receipted_message_id tlv = pdu.getOptionalParameter(Receipted_message_id.class);
		return (tlv != null) ? tlv.getValueAsString() : translated(find(ID, text));
	}

	private @Nullable String translated(@Nullable String id) {
		if (id == null) {
			return null;
		}
		try {
			return switch (this.ids) {
				case SAME -> id;
				case DECIMAL_OF_HEX -> new BigInteger(id, 10).toString(16);
				case HEX_OF_DECIMAL -> new BigInteger(id, 16).toString(10);
			};
		}
		catch (NumberFormatException ex) {
			return id;
		}
	}

	private static State state(DeliverSm pdu, String text) {
		OptionalParameter.Message_state tlv = pdu.getOptionalParameter(OptionalParameter.Message_state.class);
		if (tlv != null) {
			return switch (tlv.getValue()) {
				case 0, 1, 6 -> State.EN_ROUTE;
				case 2 -> State.DELIVERED;
				case 3 -> State.EXPIRED;
				case 4, 5, 8 -> State.UNDELIVERABLE;
				default -> State.UNKNOWN;
			};
		}
		String state = find(STATE, text);
		return switch ((state == null) ? "" : state.toUpperCase(Locale.ROOT)) {
			case "DELIVRD", "DELIVERED" -> State.DELIVERED;
			case "ENROUTE", "ACCEPTD", "BUFFRED" -> State.EN_ROUTE;
			case "EXPIRED" -> State.EXPIRED;
			case "UNDELIV", "REJECTD", "DELETED", "FAILED" -> State.UNDELIVERABLE;
			default -> State.UNKNOWN;
		};
	}

	private static @Nullable String find(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		return matcher.find() ? matcher.group(1) : null;
	}

}
