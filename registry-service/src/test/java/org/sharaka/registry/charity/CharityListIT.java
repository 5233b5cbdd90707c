package org.sharaka.registry.charity;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.testing.ServiceIntegrationTest;
import org.sharaka.registry.RegistryApi;
import org.sharaka.registry.RegistryApi.Answer;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceIntegrationTest
class CharityListIT {

	@LocalServerPort
	int port;

	RegistryApi api;

	@BeforeEach
	void fill() {
		this.api = new RegistryApi(this.port);
		if (listed("").isEmpty()) {
			apply("جمعية الإحسان للأيتام", "ASSOCIATION", "\"D\"", "SA-01");
			apply("مؤسّسة أُسرة الرحمة", "FOUNDATION", "\"D\", \"C\"", "SA-02");
			String id = apply("مركز أبحاث السرطان", "CENTRE", "\"C\"", "BH-13");
			this.api.decide(id, "APPROVE");
		}
	}

	private String apply(String name, String kind, String fields, String region) {
		Answer answer = this.api.apply("""
				{"kind": "%s", "name": {"ar": "%s"}, "fields": [%s], "region": "%s",
				 "contacts": [{"name": "عضو", "role": "MEMBER", "language": "ar", "channels": []}]}""".formatted(kind,
				name, fields, region));
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		return answer.id();
	}

	@Test
	void withoutCriteriaAllAreListedTheLastFirst() {
		assertThat(listed("")).containsExactly("مركز أبحاث السرطان", "مؤسّسة أُسرة الرحمة", "جمعية الإحسان للأيتام");
	}

	@Test
	void wordsAreFoundHoweverTheyAreSpelled() {
		for (String spelled : List.of("الاحسان", "إحسان", "احسان", "أحس", "الايتام", "ايتام", "جمعيه",
				"جـمعيّة ايتام")) {
			assertThat(listed("q=" + encoded(spelled))).as(spelled).containsExactly("جمعية الإحسان للأيتام");
		}
		assertThat(listed("q=" + encoded("اسره الرحمه"))).containsExactly("مؤسّسة أُسرة الرحمة");
		assertThat(listed("q=" + encoded("إحسان سرطان"))).as("all words").isEmpty();
		assertThat(listed("q=.*")).as("no pattern").hasSize(3);
		assertThat(listed("q=" + encoded("BH-٢٠٢٦"))).as("the registration number").hasSize(1);
	}

	@Test
	void criteriaCombineAndMayBeRepeated() {
		assertThat(listed("kind=CENTRE")).containsExactly("مركز أبحاث السرطان");
		assertThat(listed("kind=CENTRE&kind=FOUNDATION")).hasSize(2);
		assertThat(listed("field=C")).hasSize(2);
		assertThat(listed("field=C&region=SA-02")).containsExactly("مؤسّسة أُسرة الرحمة");
		assertThat(listed("status=REGISTERED")).containsExactly("مركز أبحاث السرطان");
		assertThat(listed("status=REGISTERED&field=D")).isEmpty();
		assertThat(listed("q=&kind=")).as("blank is absent").hasSize(3);
	}

	@Test
	void theListComesInPagesThatMissNothingAndRepeatNothing() {
		List<String> names = new ArrayList<>();
		String cursor = "";
		do {
			Answer page = this.api.get("/api/v1/charities?limit=1" + cursor);
			assertThat(page.status()).isEqualTo(200);
			page.json().path("items").forEach((item) -> names.add(item.path("name").path("ar").asString()));
			String next = page.json().path("next").asString(null);
			cursor = (next != null) ? "&cursor=" + next : "";
		}
		while (!cursor.isEmpty());
		assertThat(names).isEqualTo(listed(""));
	}

	private List<String> listed(String query) {
		Answer answer = this.api.get("/api/v1/charities?" + query);
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return answer.json()
			.path("items")
			.values()
			.stream()
			.map((item) -> item.path("name").path("ar").asString())
			.toList();
	}

	private static String encoded(String text) {
		return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
	}

}
