package org.sharaka.chassis.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Where the present work belongs (W3C Trace Context): what one request or one event sets
 * off, through every service, has one trace id. It is in each log line's {@code traceId}
 * and in each event's {@code traceparent}. The current trace belongs to a thread; it does
 * not follow into threads that the work starts.
 *
 * @param traceId 32 hexadecimal digits, lower case, not all zero
 * @param spanId 16 hexadecimal digits, lower case, not all zero
 * @param sampled whether the caller records the trace
 */
public record Trace(String traceId, String spanId, boolean sampled) {

	/** The name of the trace id in the logging context (MDC). */
	public static final String MDC_KEY = "traceId";

	private static final Pattern TRACEPARENT = Pattern
		.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

	private static final String NO_TRACE = "0".repeat(32);

	private static final String NO_SPAN = "0".repeat(16);

	private static final ThreadLocal<@Nullable Trace> CURRENT = new ThreadLocal<>();

	/** A trace that begins here. */
	public static Trace start() {
		return new Trace(randomHex(2), randomHex(1), true);
	}

	/**
	 * The trace of a header or attribute; empty if there is none, or none that can be
	 * read.
	 */
	public static Optional<Trace> parse(@Nullable String traceparent) {
		if (traceparent == null) {
			return Optional.empty();
		}
		Matcher matcher = TRACEPARENT.matcher(traceparent.strip());
		if (!matcher.matches() || matcher.group(1).equals("ff") || matcher.group(2).equals(NO_TRACE)
				|| matcher.group(3).equals(NO_SPAN) || (matcher.group(1).equals("00") && matcher.group(5) != null)) {
			return Optional.empty();
		}
		boolean sampled = (Integer.parseInt(matcher.group(4), 16) & 1) == 1;
		return Optional.of(new Trace(matcher.group(2), matcher.group(3), sampled));
	}

	/** The present work's trace; a new one, not remembered, where there is none. */
	public static Trace current() {
		Trace trace = CURRENT.get();
		return (trace != null) ? trace : start();
	}

	/**
	 * Does the work as a part of this trace, or of a new one if it cannot be read, and
	 * then returns to what was before.
	 */
	public static void runWith(@Nullable String traceparent, Runnable work) {
		callWith(traceparent, () -> {
			work.run();
			return true;
		});
	}

	/** As {@link #runWith}, with a result. */
	public static <T> T callWith(@Nullable String traceparent, Supplier<T> work) {
		try (Scope scope = parse(traceparent).map(Trace::child).orElseGet(Trace::start).open()) {
			return work.get();
		}
	}

	/** The same trace, a step of its own. */
	public Trace child() {
		return new Trace(this.traceId, randomHex(1), this.sampled);
	}

	/** As the header and the CloudEvents attribute {@code traceparent} have it. */
	public String traceparent() {
		return "00-" + this.traceId + "-" + this.spanId + (this.sampled ? "-01" : "-00");
	}

	/** Makes this the current trace of this thread until the scope is closed. */
	public Scope open() {
		Trace before = CURRENT.get();
		String loggedBefore = MDC.get(MDC_KEY);
		CURRENT.set(this);
		MDC.put(MDC_KEY, this.traceId);
		return () -> {
			if (before != null) {
				CURRENT.set(before);
			}
			else {
				CURRENT.remove();
			}
			if (loggedBefore != null) {
				MDC.put(MDC_KEY, loggedBefore);
			}
			else {
				MDC.remove(MDC_KEY);
			}
		};
	}

	/** The time during which a trace is the current one. */
	@FunctionalInterface
	public interface Scope extends AutoCloseable {

		@Override
		void close();

	}

	private static String randomHex(int longs) {
		StringBuilder hex = new StringBuilder(longs * 16);
		for (int index = 0; index < longs; index++) {
			long random = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
			hex.append(HexFormat.of().toHexDigits(random));
		}
		return hex.toString();
	}

}
