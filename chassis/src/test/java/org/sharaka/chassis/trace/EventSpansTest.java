package org.sharaka.chassis.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.data.LinkData;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.event.Event;

import static org.assertj.core.api.Assertions.assertThat;

class EventSpansTest {

	private static final String FIRST = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String SECOND = "0af7651916cd43dd8448eb211c80319c";

	private final List<ReadableSpan> ended = new ArrayList<>();

	private final EventSpans spans = new EventSpans(OpenTelemetrySdk.builder()
		.setTracerProvider(SdkTracerProvider.builder().addSpanProcessor(new Recorder()).build())
		.build());

	@Test
	void aSingleEventIsHandledInItsOwnTrace() {
		this.spans.run("topic", List.of(event(FIRST)), () -> assertThat(Trace.current().traceId()).isEqualTo(FIRST));
		assertThat(this.ended.getFirst().getParentSpanContext().getSpanId()).isEqualTo("00f067aa0ba902b7");
	}

	@Test
	void aBatchHasASpanThatIsLinkedToAllItsEvents() {
		this.spans.run("topic", List.of(event(FIRST), event(SECOND)), () -> {
			assertThat(Trace.current().traceId()).isNotIn(FIRST, SECOND);
			Trace.runWith(event(SECOND).traceparent(), () -> assertThat(Trace.current().traceId()).isEqualTo(SECOND));
		});
		assertThat(this.ended.getFirst().toSpanData().getLinks()).extracting(LinkData::getSpanContext)
			.extracting(SpanContext::getTraceId)
			.containsExactly(FIRST, SECOND);
	}

	private static Event event(String traceId) {
		return new Event("1", "/a", "t", null, Instant.EPOCH, 1, "00-" + traceId + "-00f067aa0ba902b7-01", "k", null);
	}

	private final class Recorder implements SpanProcessor {

		@Override
		public void onStart(Context parent, ReadWriteSpan span) {
		}

		@Override
		public boolean isStartRequired() {
			return false;
		}

		@Override
		public void onEnd(ReadableSpan span) {
			EventSpansTest.this.ended.add(span);
		}

		@Override
		public boolean isEndRequired() {
			return true;
		}

	}

}
