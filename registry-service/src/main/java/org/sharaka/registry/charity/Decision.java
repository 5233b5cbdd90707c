package org.sharaka.registry.charity;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;

/**
 * A decision of the ministry on a charity.
 *
 * @param effectiveDate the day from which it holds, in the register's zone; not the day
 * on which it was entered
 * @param reference the ministry's own document number
 */
public record Decision(DecisionKind kind, @Nullable BilingualText reason, LocalDate effectiveDate,
		@Nullable String reference) {
}
