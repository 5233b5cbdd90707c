package org.sharaka.chassis.trace;

import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TraceTest {

	private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

	@Test
	void aTraceparentIsReadAndWritten() {
		Trace trace = Trace.parse(PARENT).orElseThrow();
		assertThat(trace.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
		assertThat(trace.spanId()).isEqualTo("00f067aa0ba902b7");
		assertThat(trace.traceparent()).isEqualTo(PARENT);
		assertThat(Trace.parse(PARENT.replace("-01", "-00")).orElseThrow().sampled()).isFalse();
	}

	@Test
	void aLaterVersionIsReadAsFarAsItIsKnown() {
		Trace trace = Trace.parse("cc" + PARENT.substring(2) + "-more").orElseThrow();
		assertThat(trace.traceparent()).isEqualTo(PARENT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nonsense", "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
			"00-00000000000000000000000000000000-00f067aa0ba902b7-01",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
			"00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7" })
	void whatIsNoTraceparentStartsANewTrace(String traceparent) {
		assertThat(Trace.parse(traceparent)).isEmpty();
		String traceId = Trace.callWith(traceparent, () -> Trace.current().traceId());
		assertThat(traceId).matches("[0-9a-f]{32}").isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
	}

	@Test
	void workRunsAsAStepOfItsTraceAndTheLogKnows() {
		AtomicReference<Trace> seen = new AtomicReference<>();
		Trace.runWith(PARENT, () -> {
			seen.set(Trace.current());
			assertThat(MDC.get(Trace.MDC_KEY)).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
			Trace.runWith(null, () -> assertThat(Trace.current().traceId()).isNotEqualTo(seen.get().traceId()));
			assertThat(Trace.current()).isEqualTo(seen.get());
		});
		assertThat(seen.get().traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
		assertThat(seen.get().spanId()).isNotEqualTo("00f067aa0ba902b7");
		assertThat(MDC.get(Trace.MDC_KEY)).isNull();
	}

	@Test
	void failingWorkLeavesNoTraceBehind() {
		assertThatIllegalStateException().isThrownBy(() -> Trace.runWith(PARENT, () -> {
			throw new IllegalStateException();
		}));
		assertThat(MDC.get(Trace.MDC_KEY)).isNull();
		assertThat(Trace.current()).isNotEqualTo(Trace.current());
	}

}
