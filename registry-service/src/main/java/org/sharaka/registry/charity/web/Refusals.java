package org.sharaka.registry.charity.web;

import org.sharaka.chassis.web.problem.ProblemException;
import org.sharaka.chassis.text.MessageKey;
import org.sharaka.registry.charity.CharityStatus;
import org.sharaka.registry.charity.DecisionKind;
import org.sharaka.registry.charity.Refusal;

/** The model's refusals as problems. */
final class Refusals {

	private Refusals() {
	}

	static ProblemException problem(Refusal refusal) {
		return switch (refusal) {
			case Refusal.DecisionNotAllowed(DecisionKind decision, CharityStatus status) ->
				ProblemException.conflict("decision-not-allowed", new MessageKey("word.decision." + decision),
						decision.name(), new MessageKey("word.status." + status), status.name());
			case Refusal.ChangeNotAllowed(CharityStatus status) ->
				ProblemException.conflict("change-not-allowed", new MessageKey("word.status." + status), status.name());
			case Refusal.ReasonMissing r -> ProblemException.invalidInput("/reason", "required");
			case Refusal.EffectiveInFuture r ->
				ProblemException.invalidInput("/effectiveDate", "effective-date-in-future", r.today().toString());
			case Refusal.UnknownContact(int index) ->
				ProblemException.invalidInput("/contacts/" + index + "/id", "unknown-contact");
		};
	}

}
