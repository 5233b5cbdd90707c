package org.sharaka.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrometheusMetricsTest {

	private static final String BEFORE = """
			# HELP mongodb_driver_commands_seconds Timer of mongodb commands
			# TYPE mongodb_driver_commands_seconds summary
			mongodb_driver_commands_seconds_count{command="find",status="SUCCESS"} 10
			mongodb_driver_commands_seconds_count{command="update",status="SUCCESS"} 4
			sharaka_notices_held 0.0
			""";

	private static final String AFTER = """
			mongodb_driver_commands_seconds_count{command="find",status="SUCCESS"} 15.0
			mongodb_driver_commands_seconds_count{command="find",status="FAILED"} 1.0
			mongodb_driver_commands_seconds_count{command="update",status="SUCCESS"} 4
			mongodb_driver_commands_seconds_count{note="odd} command=\\"find\\"",command="insert"} 2.0E2
			sharaka_notices_held 7.0 1700000000000
			jvm_gc_overhead NaN
			""";

	@Test
	void growthIsSummedByLabelWithoutUnchangedSamples() {
		assertThat(PrometheusMetrics.parse(AFTER)
			.growthBy("mongodb_driver_commands_seconds_count", PrometheusMetrics.parse(BEFORE), "command")).hasSize(2)
			.containsEntry("find", 6.0)
			.containsEntry("insert", 200.0);
	}

	@Test
	void sumsBySeveralLabels() {
		assertThat(PrometheusMetrics.parse(AFTER).sumBy("mongodb_driver_commands_seconds_count", "command", "status"))
			.containsEntry("find SUCCESS", 15.0)
			.containsEntry("find FAILED", 1.0)
			.containsEntry("insert ", 200.0);
	}

	@Test
	void parsesASampleWithoutLabelsAndWithATimestamp() {
		assertThat(PrometheusMetrics.parse(AFTER).sum("sharaka_notices_held")).isEqualTo(7);
	}

	@Test
	void parsesLabelsWithQuotesAndBraces() {
		assertThat(PrometheusMetrics.parse(AFTER).sumBy("mongodb_driver_commands_seconds_count", "note"))
			.containsEntry("odd} command=\\\"find\\\"", 200.0);
	}

	@Test
	void sumOfAnUnknownMetricIsZero() {
		assertThat(PrometheusMetrics.parse(BEFORE).sum("nothing_of_that_name")).isZero();
	}

}
