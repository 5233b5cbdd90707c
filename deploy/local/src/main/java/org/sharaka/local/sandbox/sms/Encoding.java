package org.sharaka.local.sandbox.sms;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The encoding of a message's octets (SMPP 3.4, section 5.2.19). */
enum Encoding {

	GSM7, UCS2, LATIN1, BINARY;

	/**
	 * Returns the encoding for a {@code data_coding}. The default alphabet is GSM 7-bit.
	 */
	static Encoding of(byte dataCoding) {
		return switch (dataCoding) {
			case 0, 1 -> GSM7;
			case 3 -> LATIN1;
			case 8 -> UCS2;
			default -> BINARY;
		};
	}

	/** Decodes the text. Binary content is returned in hexadecimal. */
	String decode(byte[] octets) {
		return switch (this) {
			case GSM7 -> Gsm7.decode(octets);
			case UCS2 -> new String(octets, StandardCharsets.UTF_16BE);
			case LATIN1 -> new String(octets, StandardCharsets.ISO_8859_1);
			case BINARY -> HexFormat.of().formatHex(octets);
		};
	}

}
