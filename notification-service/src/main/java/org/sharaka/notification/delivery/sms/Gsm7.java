package org.sharaka.notification.delivery.sms;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038 §6.2.1), one
 * septet per octet as SMPP carries it under data_coding 0; the SMS centre packs it.
 */
final class Gsm7 {

	private static final byte ESCAPE = 0x1B;

	/** By code; the place of the escape holds a character that is in no text. */
	private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\uFFFFÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
			+ "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

	private static final Map<Character, byte[]> CODES = new HashMap<>();

	static {
		for (int code = 0; code < BASIC.length(); code++) {
			CODES.put(BASIC.charAt(code), new byte[] { (byte) code });
		}
		CODES.remove('\uFFFF');
		Map<Character, Integer> extension = Map.of('\f', 0x0A, '^', 0x14, '{', 0x28, '}', 0x29, '\\', 0x2F, '[', 0x3C,
				'~', 0x3D, ']', 0x3E, '|', 0x40, '€', 0x65);
		extension.forEach((character, code) -> CODES.put(character, new byte[] { ESCAPE, code.byteValue() }));
	}

	private Gsm7() {
	}

	/**
	 * One octet, two for a character of the extension table, or null for one that the
	 * alphabet does not have.
	 */
	static byte @Nullable [] codes(char character) {
		return CODES.get(character);
	}

	static boolean canEncode(String text) {
		return text.chars().allMatch((c) -> CODES.containsKey((char) c));
	}

}
