package org.sharaka.registry.charity;

import java.time.LocalDate;
import java.util.List;

import org.sharaka.chassis.command.Refusal;
import org.sharaka.chassis.text.MessageKey;

/** Why a policy forbids a command to a charity. */
public sealed interface CharityRefusal extends Refusal {

	/** The decision is not allowed in the charity's status. */
	record DecisionNotAllowed(DecisionKind decision, CharityStatus status) implements CharityRefusal {

		@Override
		public String code() {
			return "decision-not-allowed";
		}

		@Override
		public List<Object> arguments() {
			return List.of(word(this.decision), this.decision, word(this.status), this.status);
		}

	}

	/** The decision needs a reason. */
	record ReasonMissing(DecisionKind decision) implements CharityRefusal {

		@Override
		public String code() {
			return "reason-missing";
		}

		@Override
		public List<Object> arguments() {
			return List.of(word(this.decision), this.decision);
		}

		@Override
		public String pointer() {
			return "/reason";
		}

	}

	/** The decision would take effect after today. */
	record EffectiveDateInFuture(LocalDate effectiveDate, LocalDate today) implements CharityRefusal {

		@Override
		public String code() {
			return "effective-date-in-future";
		}

		@Override
		public List<Object> arguments() {
			return List.of(this.effectiveDate, this.today);
		}

		@Override
		public String pointer() {
			return "/effectiveDate";
		}

	}

	/** The decision would take effect before the status that it ends. */
	record EffectiveDateTooEarly(LocalDate effectiveDate, CharityStatus status,
			LocalDate statusSince) implements CharityRefusal {

		@Override
		public String code() {
			return "effective-date-too-early";
		}

		@Override
		public List<Object> arguments() {
			return List.of(this.effectiveDate, word(this.status), this.status, this.statusSince);
		}

	}

	/** The profile cannot be changed in the charity's status. */
	record ChangeNotAllowed(CharityStatus status) implements CharityRefusal {

		@Override
		public String code() {
			return "change-not-allowed";
		}

		@Override
		public List<Object> arguments() {
			return List.of(word(this.status), this.status);
		}

	}

	/** A registered charity cannot become one of another kind or country. */
	record NewRegistrationRequired(String registrationNumber) implements CharityRefusal {

		@Override
		public String code() {
			return "new-registration-required";
		}

		@Override
		public List<Object> arguments() {
			return List.of(this.registrationNumber);
		}

	}

	/**
	 * A contact has an id that is not one of the charity's, or the same id as another
	 * one.
	 *
	 * @param index in the list, from 0
	 */
	record UnknownContact(int index) implements CharityRefusal {

		@Override
		public String code() {
			return "unknown-contact";
		}

		@Override
		public List<Object> arguments() {
			return List.of(this.index);
		}

		@Override
		public String pointer() {
			return "/contacts/" + this.index + "/id";
		}

	}

	private static MessageKey word(DecisionKind decision) {
		return new MessageKey("word.decision." + decision);
	}

	private static MessageKey word(CharityStatus status) {
		return new MessageKey("word.status." + status);
	}

}
