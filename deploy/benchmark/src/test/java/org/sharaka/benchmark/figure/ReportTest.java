package org.sharaka.benchmark.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

	private final Report report = new Report(Map.of("machine", "2 processors"),
			List.of(new Section("POST /meetings").add(Figure.of("commands a second", "/s", 1234.5, 1000, 1100))
				.add(Figure.of("answer, p50", "ms", Double.NaN, 2))
				.note("a note")));

	@Test
	void tableHasMinMedianAndMax() {
		assertThat(this.report.text()).contains("machine       2 processors", "POST /meetings", "* a note")
			.containsPattern("commands a second +1,000 +1,100 +1,234 /s|commands a second +1,000 +1,100 +1,235 /s");
	}

	@Test
	void jsonHasAllValuesInOrderAndNullForNaN() {
		JsonNode figures = JsonMapper.shared().readTree(this.report.json()).path("sections").path(0).path("figures");
		assertThat(figures.path(0).path("values").toString()).isEqualTo("[1234.5,1000.0,1100.0]");
		assertThat(figures.path(0).path("median").asDouble()).isEqualTo(1100);
		assertThat(figures.path(1).path("values").path(0).isNull()).isTrue();
	}

	@Test
	void formatsNumbers() {
		assertThat(Report.number(20000)).isEqualTo("20,000");
		assertThat(Report.number(12.345)).isEqualTo("12.3");
		assertThat(Report.number(0.5)).isEqualTo("0.50");
		assertThat(Report.number(Double.NaN)).isEqualTo("-");
	}

}
