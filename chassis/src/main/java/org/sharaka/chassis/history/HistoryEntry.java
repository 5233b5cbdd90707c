package org.sharaka.chassis.history;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One event in the history of an aggregate.
 *
 * @param <A> the aggregate
 * @param version the version after the event, which is the event's sequence
 * @param type of the event, such as {@code org.sharaka.charity.registered.v1}
 * @param before the state before the event; null for the first
 * @param state the state after the change that the event is part of
 * @param actor who caused it, see
 * {@link org.sharaka.chassis.command.CommandContext#actor()}
 * @param commandId the command that caused it
 * @param recordedAt when it was written
 * @param effectiveAt from when on it holds
 */
public record HistoryEntry<A>(long version, String type, @Nullable A before, A state, String actor,
		@Nullable String commandId, Instant recordedAt, Instant effectiveAt) {
}
