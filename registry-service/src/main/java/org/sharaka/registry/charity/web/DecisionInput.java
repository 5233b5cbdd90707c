package org.sharaka.registry.charity.web;

import java.time.LocalDate;

import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.registry.charity.DecisionKind;
import org.sharaka.registry.charity.usecase.TakeDecision;

import static java.util.Objects.requireNonNull;

/** Parses the body of {@code POST /charities/{id}/decisions}. */
final class DecisionInput {

	private static final int MAX_REASON_LENGTH = 2000;

	private static final int MAX_REFERENCE_LENGTH = 100;

	private DecisionInput() {
	}

	/** The model knows which decisions need a reason; here it is a required field. */
	static TakeDecision.Request request(Input input) {
		DecisionKind kind = input.oneOf("decision", DecisionKind.KNOWN, DecisionKind::name);
		boolean needsReason = kind != null && kind.needsReason();
		BilingualText reason = (needsReason ? input : input.optional()).bilingualMultilineText("reason",
				MAX_REASON_LENGTH);
		LocalDate effectiveDate = input.optional().date("effectiveDate");
		String reference = input.optional().text("reference", 1, MAX_REFERENCE_LENGTH);
		return input.orThrow(() -> new TakeDecision.Request(requireNonNull(kind), reason, effectiveDate, reference));
	}

}
