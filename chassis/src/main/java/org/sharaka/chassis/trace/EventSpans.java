package org.sharaka.chassis.trace;

import java.util.List;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.sharaka.chassis.event.Event;

/**
 * Spans for the handling of events. A single event is handled in its own trace. A batch
 * is handled in a trace of its own, with a span that is linked to all events; see
 * {@link Trace#runWith} for what a handler writes on behalf of one of them. Thread-safe.
 */
public final class EventSpans {

	private final Tracer tracer;

	public EventSpans(OpenTelemetry telemetry) {
		this.tracer = telemetry.getTracer("org.sharaka.chassis");
	}

	/** Handles events of one topic in a span. */
	public void run(String topic, List<Event> events, Runnable handling) {
		SpanBuilder builder = this.tracer.spanBuilder("process " + topic)
			.setSpanKind(SpanKind.CONSUMER)
			.setAttribute("messaging.system", "kafka")
			.setAttribute("messaging.destination.name", topic)
			.setAttribute("messaging.batch.message_count", (long) events.size())
			.setNoParent();
		if (events.size() == 1) {
			SpanContext parent = Trace.parse(events.getFirst().traceparent());
			if (parent.isValid()) {
				builder.setParent(Context.root().with(Span.wrap(parent)));
			}
		}
		else {
			events.forEach((event) -> builder.addLink(Trace.parse(event.traceparent())));
		}
		Span span = builder.startSpan();
		try (Scope scope = span.makeCurrent()) {
			handling.run();
		}
		catch (RuntimeException ex) {
			// without the exception, whose message may quote data
			span.setStatus(StatusCode.ERROR, ex.getClass().getName());
			throw ex;
		}
		finally {
			span.end();
		}
	}

}
