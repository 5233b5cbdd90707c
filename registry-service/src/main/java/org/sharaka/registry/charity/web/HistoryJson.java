package org.sharaka.registry.charity.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.registry.charity.CharityStatus;
import org.sharaka.registry.charity.Decision;
import org.sharaka.registry.charity.DecisionKind;
import org.sharaka.registry.charity.HistoryEntry;

/** An entry of a charity's history as callers read it. */
@Schema(name = "HistoryEntry")
record HistoryJson(@Schema(description = "The charity's after the event.") long version, Instant at,
		@Schema(example = "charity.suspended") String event,
		@Schema(description = "The system that asked for it.", example = "/registry-service") String by,
		@Schema(description = "The charity's after the event.") CharityStatus status, @Nullable DecisionKind decision,
		@Nullable BilingualText reason, @Nullable LocalDate effectiveDate, @Nullable String reference,
		@Schema(description = "What an update changed.") @Nullable List<String> changed) {

	static HistoryJson of(HistoryEntry entry) {
		List<String> changed = entry.changed().isEmpty() ? null : entry.changed();
		Decision decision = entry.decision();
		if (decision == null) {
			return new HistoryJson(entry.version(), entry.at(), entry.event(), entry.by(), entry.status(), null, null,
					null, null, changed);
		}
		return new HistoryJson(entry.version(), entry.at(), entry.event(), entry.by(), entry.status(), decision.kind(),
				decision.reason(), decision.effectiveDate(), decision.reference(), changed);
	}

}
