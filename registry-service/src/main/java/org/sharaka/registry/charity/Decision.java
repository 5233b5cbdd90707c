package org.sharaka.registry.charity;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;

/**
 * A decision of the ministry on a charity.
 *
 * @param effectiveDate the first day on which it holds, in the calendar of the charity's
 * country; not the day on which it was entered
 * @param reference the ministry's own document number
 */
public record Decision(DecisionKind kind, @Nullable BilingualText reason, LocalDate effectiveDate,
		@Nullable String reference) {
}
