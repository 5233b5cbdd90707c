package org.sharaka.chassis.web.history;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class JsonChangesTest {

	@Test
	void objectsAreComparedMemberByMember() {
		assertThat(changes("""
				{"name": {"ar": "البر", "en": "Birr"}, "region": "SA-01", "fields": ["A"]}""", """
				{"name": {"ar": "البر", "en": "Al-Birr"}, "region": "SA-01", "fields": ["A", "B"], "capacity": 3}"""))
			.containsExactly("/name/en \"Birr\" \"Al-Birr\"", "/fields [\"A\"] [\"A\",\"B\"]", "/capacity null 3");
	}

	@Test
	void aValueThatIsRemovedOrBecomesNullIsAbsentAfterwards() {
		assertThat(changes("""
				{"a": 1, "b": {"c": 2}, "d": null}""", """
				{"b": null}""")).containsExactly("/a 1 null", "/b {\"c\":2} null");
	}

	@Test
	void namesAreEscapedAsInPointers() {
		assertThat(changes("{\"a/b~c\": 1}", "{\"a/b~c\": 2}")).containsExactly("/a~1b~0c 1 2");
	}

	@Test
	void theFirstVersionIsOneChangeOfTheWholeDocument() {
		assertThat(JsonChanges.between(null, JsonMapper.shared().readTree("{}"))).singleElement()
			.satisfies((change) -> assertThat(change.pointer()).isEmpty())
			.satisfies((change) -> assertThat(change.from()).isNull());
	}

	private static List<String> changes(String from, String to) {
		JsonMapper mapper = JsonMapper.shared();
		return JsonChanges.between(mapper.readTree(from), mapper.readTree(to))
			.stream()
			.map((change) -> change.pointer() + " " + change.from() + " " + change.to())
			.toList();
	}

}
