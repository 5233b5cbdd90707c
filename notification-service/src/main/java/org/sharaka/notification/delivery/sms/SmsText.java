package org.sharaka.notification.delivery.sms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A text as the short messages that carry it: GSM-7 if it has every character, else UCS-2
 * (UTF-16, big-endian, without BOM). Nothing is replaced or left out. A single message
 * has 160 or 70 units; parts of a longer one 153 or 67, behind six octets of user data
 * header with an 8-bit reference (3GPP TS 23.040 §9.2.3.24.1). No part ends inside an
 * escape pair or a surrogate pair.
 *
 * @param parts what goes into short_message, header included where there is more than one
 */
record SmsText(Encoding encoding, List<byte[]> parts) {

	/** The header has one octet for the number of parts. */
	static final int MOST_PARTS = 255;

	enum Encoding {

		GSM7((byte) 0, 160, 153), UCS2((byte) 8, 140, 134);

		private final byte dataCoding;

		private final int single;

		private final int part;

		/** Sizes in octets, as SMPP counts them. */
		Encoding(byte dataCoding, int single, int part) {
			this.dataCoding = dataCoding;
			this.single = single;
			this.part = part;
		}

		byte dataCoding() {
			return this.dataCoding;
		}

	}

	/**
	 * @param reference 0 to 255: what joins the parts on the handset
	 */
	static SmsText of(String text, int reference) {
		Encoding encoding = Gsm7.canEncode(text) ? Encoding.GSM7 : Encoding.UCS2;
		List<byte[]> characters = characters(text, encoding);
		int length = characters.stream().mapToInt((character) -> character.length).sum();
		if (length <= encoding.single) {
			return new SmsText(encoding, List.of(joined(characters, new byte[0])));
		}
		List<List<byte[]>> cut = cut(characters, encoding.part);
		List<byte[]> parts = new ArrayList<>();
		for (List<byte[]> part : cut) {
			byte[] header = { 5, 0, 3, (byte) reference, (byte) cut.size(), (byte) (parts.size() + 1) };
			parts.add(joined(part, header));
		}
		return new SmsText(encoding, List.copyOf(parts));
	}

	boolean isConcatenated() {
		return this.parts.size() > 1;
	}

	/** The text's smallest pieces that may not be cut. */
	private static List<byte[]> characters(String text, Encoding encoding) {
		if (encoding == Encoding.GSM7) {
			return text.chars().mapToObj((c) -> Objects.requireNonNull(Gsm7.codes((char) c))).toList();
		}
		return text.codePoints()
			.mapToObj((codePoint) -> Character.toString(codePoint).getBytes(StandardCharsets.UTF_16BE))
			.toList();
	}

	private static List<List<byte[]>> cut(List<byte[]> characters, int octets) {
		List<List<byte[]>> parts = new ArrayList<>();
		List<byte[]> part = new ArrayList<>();
		int length = 0;
		for (byte[] character : characters) {
			if (length + character.length > octets) {
				parts.add(part);
				part = new ArrayList<>();
				length = 0;
			}
			part.add(character);
			length += character.length;
		}
		parts.add(part);
		return parts;
	}

	private static byte[] joined(List<byte[]> characters, byte[] header) {
		ByteArrayOutputStream out = new ByteArrayOutputStream(160);
		out.writeBytes(header);
		characters.forEach(out::writeBytes);
		return out.toByteArray();
	}

}
