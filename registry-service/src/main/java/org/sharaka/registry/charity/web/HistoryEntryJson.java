package org.sharaka.registry.charity.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.web.history.JsonChange;

/**
 * An entry of a charity's history as callers read it. No personal data.
 *
 * @param version the charity's after the event
 * @param event such as {@code charity.suspended}
 * @param reason of the decision, if the event is one
 * @param changes of the public state
 */
record HistoryEntryJson(long version, Instant recordedAt, Instant effectiveAt, String event, String actor,
		@Nullable BilingualText reason, List<JsonChange> changes) {
}
