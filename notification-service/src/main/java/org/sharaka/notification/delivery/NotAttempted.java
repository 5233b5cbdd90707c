package org.sharaka.notification.delivery;

import java.time.Duration;

/**
 * The guard refused before the provider was asked (breaker open, rate or concurrency used
 * up). It must not count as one of the notice's attempts.
 *
 * @param reason {@code circuit-open}, {@code throttled}, {@code bulkhead-full} or
 * {@code no-provider}
 * @param retryAfter when asking again makes sense
 */
public record NotAttempted(Reason reason, Duration retryAfter) implements Answer {

}
