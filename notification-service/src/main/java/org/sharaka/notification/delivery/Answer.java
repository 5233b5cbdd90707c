package org.sharaka.notification.delivery;

/**
 * What came of asking a guarded provider: an {@link Outcome} of a real attempt, or
 * {@link NotAttempted}. A switch over the five records is exhaustive.
 */
public sealed interface Answer permits Outcome, NotAttempted {

}
