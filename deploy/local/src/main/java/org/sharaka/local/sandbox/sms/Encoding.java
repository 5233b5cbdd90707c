package org.sharaka.local.sandbox.sms;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What a message's octets mean (SMPP 3.4, 5.2.19). */
enum Encoding {

	GSM7, UCS2, LATIN1, BINARY;

	/** By {@code data_coding}; the centre's default alphabet is GSM 7-bit. */
	static Encoding of(byte dataCoding) {
		return switch (dataCoding) {
			case 0, 1 -> GSM7;
			case 3 -> LATIN1;
			case 8 -> UCS2;
			default -> BINARY;
		};
	}

	/** The text; octets that are no text are shown in hexadecimal. */
	String decode(byte[] octets) {
		return switch (this) {
			case GSM7 -> Gsm7.decode(octets);
			case UCS2 -> new String(octets, StandardCharsets.UTF_16BE);
			case LATIN1 -> new String(octets, StandardCharsets.ISO_8859_1);
			case BINARY -> HexFormat.of().formatHex(octets);
		};
	}

}
