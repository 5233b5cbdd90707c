package org.sharaka.chassis.trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TraceTest {

	private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

	@Test
	void workOnBehalfOfAnEventIsInItsTrace() {
		Trace.runWith(PARENT, () -> {
			assertThat(Trace.current().traceparent()).isEqualTo(PARENT);
			Trace.runWith(null, () -> assertThat(Trace.current().traceId()).isNotEqualTo(traceId()));
			assertThat(Trace.current().traceId()).isEqualTo(traceId());
		});
		assertThat(Trace.callWith(PARENT.replace("-01", "-00"), () -> Trace.current().traceparent())).endsWith("-00");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "nonsense", "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
			"00-00000000000000000000000000000000-00f067aa0ba902b7-01",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7" })
	void anInvalidTraceparentStartsANewTrace(String traceparent) {
		String traceId = Trace.callWith(traceparent, () -> Trace.current().traceId());
		assertThat(traceId).matches("[0-9a-f]{32}").isNotEqualTo(traceId()).isNotEqualTo("0".repeat(32));
	}

	@Test
	void failingWorkLeavesNoTraceBehind() {
		assertThatIllegalStateException().isThrownBy(() -> Trace.runWith(PARENT, () -> {
			throw new IllegalStateException();
		}));
		assertThat(Trace.current().traceId()).isNotEqualTo(Trace.current().traceId());
	}

	private static String traceId() {
		return "4bf92f3577b34da6a3ce929d0e0e4736";
	}

}
