package org.sharaka.chassis.trace;

import java.util.Map;
import java.util.function.Supplier;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.trace.IdGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The current trace (W3C Trace Context), for code that writes or reads a
 * {@code traceparent} itself: outbox entries, events and problem documents. Everything
 * else is Micrometer Tracing's. The current trace belongs to a thread.
 */
public final class Trace {

	private static final TextMapGetter<String> HEADER = new TextMapGetter<>() {

		@Override
		public Iterable<String> keys(String traceparent) {
			return Map.of("traceparent", traceparent).keySet();
		}

		@Override
		public @Nullable String get(@Nullable String traceparent, String name) {
			return name.equals("traceparent") ? traceparent : null;
		}
	};

	private final SpanContext span;

	private Trace(SpanContext span) {
		this.span = span;
	}

	/** The current trace, or a new one that does not become the current one. */
	public static Trace current() {
		SpanContext span = Span.current().getSpanContext();
		return span.isValid() ? new Trace(span) : start();
	}

	/** A new trace, which does not become the current one. */
	public static Trace start() {
		IdGenerator ids = IdGenerator.random();
		return new Trace(SpanContext.create(ids.generateTraceId(), ids.generateSpanId(), TraceFlags.getDefault(),
				TraceState.getDefault()));
	}

	/**
	 * Does work on behalf of an event: its trace is the current one in the meantime, so
	 * that events that are written carry it on. A handler that handles a batch uses this
	 * for each event that it writes others for.
	 * @param traceparent the event's; if it is absent or invalid, a new trace starts
	 */
	public static void runWith(@Nullable String traceparent, Runnable work) {
		callWith(traceparent, () -> {
			work.run();
			return true;
		});
	}

	/** As {@link #runWith}, with a result. */
	public static <T> T callWith(@Nullable String traceparent, Supplier<T> work) {
		SpanContext span = parse(traceparent);
		Trace trace = span.isValid() ? new Trace(span) : start();
		try (Scope scope = trace.open()) {
			return work.get();
		}
	}

	/** The span of a {@code traceparent}; an invalid one if it cannot be read. */
	static SpanContext parse(@Nullable String traceparent) {
		Context context = W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, HEADER);
		return Span.fromContext(context).getSpanContext();
	}

	/** Makes this the current trace until the scope is closed. */
	Scope open() {
		return Context.root().with(Span.wrap(this.span)).makeCurrent();
	}

	/** 32 hexadecimal digits. */
	public String traceId() {
		return this.span.getTraceId();
	}

	/** As the header and the CloudEvents attribute {@code traceparent} have it. */
	public String traceparent() {
		return "00-" + this.span.getTraceId() + "-" + this.span.getSpanId() + "-" + this.span.getTraceFlags().asHex();
	}

}
