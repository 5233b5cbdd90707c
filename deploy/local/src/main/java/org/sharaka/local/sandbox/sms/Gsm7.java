package org.sharaka.local.sandbox.sms;

/**
 * Decodes the GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, section
 * 6.2.1), unpacked as in SMPP: one character per octet.
 */
final class Gsm7 {

	private static final String BASIC = """
			@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?\
			¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà""";

	private static final int ESCAPE = 0x1b;

	private Gsm7() {
	}

	/** Decodes octets. Octets above 127 and unknown escapes become U+FFFD. */
	static String decode(byte[] octets) {
		StringBuilder text = new StringBuilder(octets.length);
		for (int i = 0; i < octets.length; i++) {
			if (octets[i] == ESCAPE && i + 1 < octets.length) {
				text.append(extension(octets[++i]));
			}
			else {
				text.append((octets[i] >= 0) ? BASIC.charAt(octets[i]) : '\ufffd');
			}
		}
		return text.toString();
	}

	private static char extension(byte octet) {
		return switch (octet) {
			case 0x0a -> '\f';
			case 0x14 -> '^';
			case 0x28 -> '{';
			case 0x29 -> '}';
			case 0x2f -> '\\';
			case 0x3c -> '[';
			case 0x3d -> '~';
			case 0x3e -> ']';
			case 0x40 -> '|';
			case 0x65 -> '€';
			default -> '\ufffd';
		};
	}

}
