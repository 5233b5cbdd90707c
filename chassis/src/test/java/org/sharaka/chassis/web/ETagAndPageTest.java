package org.sharaka.chassis.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ETagAndPageTest extends WebTestBase {

	@Test
	void aResourceHasItsVersionAsTagAndIsNotSentTwice() {
		Answer first = get("/api/v1/books/one");
		assertThat(first.header("ETag")).isEqualTo("\"7\"");
		assertThat(first.json().path("title").path("ar").stringValue()).isEqualTo("كتاب");
		assertThat(first.text()).doesNotContain("null");
		Answer second = get("/api/v1/books/one", "If-None-Match", "\"7\"");
		assertThat(second.status()).isEqualTo(304);
		assertThat(second.text()).isEmpty();
		assertThat(get("/api/v1/books/one", "If-None-Match", "\"6\"").status()).isEqualTo(200);
	}

	@Test
	void aChangeOfAnOldVersionIsRefused() {
		assertThat(patch("\"7\"").status()).isEqualTo(200);
		assertThat(patch("*").text()).isEqualTo("note removed");
		JsonNode problem = patch("\"6\"").problem(412, "stale-version");
		assertThat(problem.path("detail").stringValue()).contains("7");
		patch("W/\"7\"").problem(412, "stale-version");
		patch("7").problem(400, "malformed-header");
	}

	@Test
	void aListGoesOnWhereItsCursorSays() {
		JsonNode first = get("/api/v1/books?limit=2&colour=").json();
		assertThat(first.path("items").toString()).isEqualTo("[1,2]");
		JsonNode second = get("/api/v1/books?limit=%D9%A3&cursor=" + first.path("next").stringValue()).json();
		assertThat(second.path("items").toString()).isEqualTo("[3,4,5]");
		assertThat(get("/api/v1/books").json().path("items")).hasSize(50);
		assertThat(get("/api/v1/books?limit=200").json().path("items")).hasSize(200);
		assertThat(get("/api/v1/books?colour=RED&colour=BLUE&limit=1").json().path("items").toString())
			.isEqualTo("[3]");
	}

	@ParameterizedTest
	@CsvSource({ "limit=0,?limit,out-of-range", "limit=201,?limit,out-of-range", "limit=x,?limit,wrong-type",
			"colour=GREEN,?colour,unknown-value" })
	void aBadParameterOfAListIsNamed(String query, String pointer, String code) {
		JsonNode problem = get("/api/v1/books?" + query).problem(400, "invalid-input");
		assertThat(problem.at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
		assertThat(problem.at("/errors/0/code").stringValue()).isEqualTo(code);
	}

	@Test
	void aCursorThatWasChangedIsRefused() {
		get("/api/v1/books?cursor=AAAA").problem(400, "invalid-cursor");
	}

	private Answer patch(String ifMatch) {
		return Answer.to(this.port, "PATCH", "/api/v1/books/one", "{\"note\": null}", "Content-Type",
				"application/merge-patch+json", "If-Match", ifMatch);
	}

}
