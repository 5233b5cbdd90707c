package org.sharaka.chassis.web.input;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.text.Language;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class InputParsingTest {

	private enum Kind {

		LARGE, SMALL

	}

	@Test
	void everyTypeComesOutAsWhatItIs() {
		Input input = input(
				"""
						{"text": "  الشيخ أحـمد\u200F بن عبدالله ", "prose": "سطر\\nسطر", "kind": "SMALL", "kinds": ["SMALL", "LARGE"],
						 "language": "ar", "number": 45, "whole": 45.0, "flag": true, "at": "2026-12-01T10:00:00",
						 "day": "2026-12-01", "instant": "2026-12-01T10:00:00+03:00", "zone": "Asia/Riyadh",
						 "uri": "https://ministry.test/قاعة", "id": "01932B6E-4B5A-7C3D-9E2F-0123456789AB",
						 "name": {"ar": "لقاء", "en": "Reception", "fr": "ignored"}, "ignored": 1}""");
		assertThat(input.text("text", 1, 30)).isEqualTo("الشيخ أحـمد\u200F بن عبدالله");
		assertThat(input.multilineText("prose", 1, 30)).isEqualTo("سطر\nسطر");
		assertThat(input.oneOf("kind", Kind.class)).isEqualTo(Kind.SMALL);
		assertThat(input.setOf("kinds", Kind.class, 1)).containsExactly(Kind.SMALL, Kind.LARGE);
		assertThat(input.language("language")).isEqualTo(Language.AR);
		assertThat(input.integer("number", 45, 45)).isEqualTo(45);
		assertThat(input.integer("whole", 45, 45)).isEqualTo(45);
		assertThat(input.bool("flag")).isTrue();
		assertThat(input.localDateTime("at")).isEqualTo(LocalDateTime.parse("2026-12-01T10:00:00"));
		assertThat(input.date("day")).isEqualTo(LocalDate.parse("2026-12-01"));
		assertThat(input.instant("instant")).isEqualTo(Instant.parse("2026-12-01T07:00:00Z"));
		assertThat(input.zone("zone")).isEqualTo(ZoneId.of("Asia/Riyadh"));
		assertThat(input.uri("uri")).isEqualTo(URI.create("https://ministry.test/قاعة"));
		assertThat(input.id("id")).isEqualTo("01932b6e-4b5a-7c3d-9e2f-0123456789ab");
		assertThat(input.bilingual("name", 20)).isEqualTo(new BilingualText("لقاء", "Reception"));
		assertThat(input.<String>orThrow(() -> "built")).isEqualTo("built");
	}

	@Test
	void digitsThatAPersonTypedAreTaken() {
		Input input = input("""
				{"number": "٤٥", "persian": "-۴۵", "at": "٢٠٢٦-١٢-٠١T١٠:٣٠", "day": "٢٠٢٦-١٢-٠١",
				 "instant": "٢٠٢٦-١٢-٠١T١٠:٠٠:٠٠Z"}""");
		assertThat(input.integer("number", 0, 100)).isEqualTo(45);
		assertThat(input.integer("persian", -100, 100)).isEqualTo(-45);
		assertThat(input.localDateTime("at")).isEqualTo(LocalDateTime.parse("2026-12-01T10:30:00"));
		assertThat(input.date("day")).isEqualTo(LocalDate.parse("2026-12-01"));
		assertThat(input.instant("instant")).isEqualTo(Instant.parse("2026-12-01T10:00:00Z"));
		assertThat(input.errors()).isEmpty();
	}

	@Test
	void whatIsOptionalMayBeMissingNullOrBlank() {
		Input input = input("{\"null\": null, \"blank\": \" \"}");
		for (String name : List.of("null", "blank", "missing")) {
			assertThat(input.optional().text(name, 1, 5)).isNull();
			assertThat(input.optional().date(name)).isNull();
		}
		for (String name : List.of("null", "missing")) {
			assertThat(input.optional().bilingual(name, 5)).isNull();
			assertThat(input.optional().ids(name, 1, 5)).isEmpty();
		}
		assertThat(input.errors()).isEmpty();
		assertThat(input.has("null")).isTrue();
		assertThat(input.isNull("null")).isTrue();
		assertThat(input.has("missing")).isFalse();
		assertThat(input.isNull("missing")).isFalse();
	}

	@Test
	void lengthIsCountedInCharactersAsPeopleCountThem() {
		Input input = input("{\"smile\": \"😀😀😀\"}");
		assertThat(input.text("smile", 3, 3)).isEqualTo("😀😀😀");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\\u00a0", "\\u2007 \\u202f", "\\ufeff" })
	void textWithoutAVisibleCharacterIsBlank(String json) {
		Input input = input("{\"text\": \"" + json + "\"}");
		assertThat(input.text("text", 1, 10)).isNull();
		assertThat(input.errors()).singleElement().satisfies((error) -> assertThat(error.code()).isEqualTo("blank"));
	}

	@Test
	void theLargestLengthCountsTheWhiteSpaceAroundTheText() {
		assertThat(input("{\"text\": \" ab \"}").text("text", 1, 4)).isEqualTo("ab");
		Input input = input("{\"text\": \" ab  \"}");
		assertThat(input.text("text", 1, 4)).isNull();
		assertThat(input.errors()).singleElement().satisfies((error) -> assertThat(error.code()).isEqualTo("too-long"));
	}

	@Test
	void blankTextIsNotAnAbsentListOrObject() {
		Input input = input("{\"list\": \"\", \"object\": \"\"}");
		input.optional().ids("list", 0, 5);
		input.optional().bilingual("object", 5);
		assertThat(input.errors()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "\\ta", "a\\u0000b", "a\\nb", "a\\u0085b", "a\\ud800b", "a\\uffffb", "a\\u2028b", "\\udc00" })
	void whatNoPersonTypesIsRefused(String json) {
		Input input = input("{\"text\": \"" + json + "\"}");
		assertThat(input.text("text", 1, 10)).isNull();
		assertThat(input.errors()).hasSize(1);
	}

	@Test
	void aQueryGivesListsAndSingleValues() {
		Input query = Input.ofQuery(Map.of("one", List.of("LARGE"), "two", List.of("LARGE", "SMALL"), "limit",
				List.of("٢٠"), "blank", List.of("")));
		assertThat(query.setOf("one", Kind.class, 0)).containsExactly(Kind.LARGE);
		assertThat(query.setOf("two", Kind.class, 0)).containsExactly(Kind.LARGE, Kind.SMALL);
		assertThat(query.integer("limit", 1, 50)).isEqualTo(20);
		assertThat(query.setOf("blank", Kind.class, 0)).isEmpty();
		assertThat(query.errors()).isEmpty();
	}

	private static Input input(String json) {
		return Input.of(JsonMapper.shared().readTree(json));
	}

}
