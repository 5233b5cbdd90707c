package org.sharaka.notification.delivery.sms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharaka.notification.delivery.sms.SmsText.Encoding;

import static org.assertj.core.api.Assertions.assertThat;

class SmsTextTest {

	@ParameterizedTest
	@CsvSource({ "160, a, 1", "161, a, 2", "306, a, 2", "307, a, 3", "80, €, 1", "81, €, 2", "70, ع, 1", "71, ع, 2",
			"134, ع, 2", "135, ع, 3", "201, ع, 3", "202, ع, 4", "35, 🌱, 1", "36, 🌱, 2" })
	void countsParts(int times, String character, int parts) {
		assertThat(SmsText.of(character.repeat(times), 7).parts()).hasSize(parts);
	}

	@Test
	void encodesTheGsmAlphabetExactly() {
		SmsText text = SmsText.of("@£$ ΔÖñüà {€}\\\n", 0);
		assertThat(text.encoding()).isEqualTo(Encoding.GSM7);
		assertThat(text.parts()).singleElement()
			.isEqualTo(new byte[] { 0x00, 0x01, 0x02, 0x20, 0x10, 0x5C, 0x7D, 0x7E, 0x7F, 0x20, 0x1B, 0x28, 0x1B, 0x65,
					0x1B, 0x29, 0x1B, 0x2F, 0x0A });
	}

	@Test
	void encodesArabicBigEndianWithoutBom() {
		SmsText text = SmsText.of("سa", 0);
		assertThat(text.encoding()).isEqualTo(Encoding.UCS2);
		assertThat(text.encoding().dataCoding()).isEqualTo((byte) 8);
		assertThat(text.parts()).singleElement().isEqualTo(new byte[] { 0x06, 0x33, 0x00, 0x61 });
	}

	@ParameterizedTest
	@CsvSource({ "’", "–", "…", "é́", "`", "ع" })
	void leavesGsmForCharactersThatItDoesNotHave(String character) {
		assertThat(SmsText.of("Meeting " + character, 0).encoding()).isEqualTo(Encoding.UCS2);
	}

	@Test
	void putsAHeaderBeforeEachPart() {
		List<byte[]> parts = SmsText.of("ع".repeat(135), 0xA5).parts();
		assertThat(Arrays.copyOf(parts.get(0), 6)).isEqualTo(new byte[] { 5, 0, 3, (byte) 0xA5, 3, 1 });
		assertThat(Arrays.copyOf(parts.get(2), 6)).isEqualTo(new byte[] { 5, 0, 3, (byte) 0xA5, 3, 3 });
		assertThat(parts.get(0)).hasSize(140);
		assertThat(parts.get(2)).hasSize(6 + 2);
	}

	@Test
	void neverCutsASurrogatePair() {
		String text = "ع".repeat(66) + "🌱".repeat(40);
		List<byte[]> parts = SmsText.of(text, 1).parts();
		assertThat(parts.get(0)).hasSize(6 + 66 * 2);
		assertThat(parts).allSatisfy((part) -> assertThat(utf16(part)).doesNotContain("\uFFFD"));
		assertThat(String.join("", parts.stream().map(SmsTextTest::utf16).toList())).isEqualTo(text);
	}

	@Test
	void neverCutsAnEscapePair() {
		List<byte[]> parts = SmsText.of("a".repeat(152) + "€".repeat(20), 1).parts();
		assertThat(parts.get(0)).hasSize(6 + 152);
		assertThat(parts.get(1)).startsWith(5, 0, 3, 1, 2, 2, 0x1B, 0x65);
	}

	@Test
	void losesNoCharacterOverParts() {
		String text = "نصٌّ طويلٌ بحركاتٍ وأرقام ١٢٣ و456 — «شراكة» 🌱 ".repeat(8);
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		SmsText.of(text, 1).parts().forEach((part) -> joined.write(part, 6, part.length - 6));
		assertThat(joined.toString(StandardCharsets.UTF_16BE)).isEqualTo(text);
	}

	private static String utf16(byte[] part) {
		return new String(part, 6, part.length - 6, StandardCharsets.UTF_16BE);
	}

}
