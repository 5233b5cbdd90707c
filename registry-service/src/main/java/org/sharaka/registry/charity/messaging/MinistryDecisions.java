package org.sharaka.registry.charity.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.event.InvalidEventException;
import org.sharaka.chassis.consumer.EventHandler;
import org.sharaka.chassis.consumer.RetryableEventException;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.registry.charity.Charities;
import org.sharaka.registry.charity.Command;
import org.sharaka.registry.charity.Decision;
import org.sharaka.registry.charity.DecisionKind;
import org.sharaka.registry.charity.Outcome;
import org.sharaka.registry.charity.Refusal;
import org.sharaka.registry.charity.Register;
import tools.jackson.databind.JsonNode;

/**
 * Enters the decisions that ministry systems publish. The event's identity is the
 * command's, so that the same event is obeyed once however often it comes.
 */
final class MinistryDecisions implements EventHandler {

	private static final String DECISION_TAKEN = "org.sharaka.ministry.decision-taken.v1";

	private final Register register;

	private final Charities charities;

	MinistryDecisions(Register register, Charities charities) {
		this.register = register;
		this.charities = charities;
	}

	@Override
	public Set<String> types() {
		return Set.of(DECISION_TAKEN);
	}

	/**
	 * One after the other, two commands to the database each: decisions are rare, and two
	 * in a batch may concern the same charity.
	 */
	@Override
	public void handle(List<Event> events) {
		events.forEach(this::handle);
	}

	private void handle(Event event) {
		JsonNode data = event.body();
		String id = charityId(text(data, "charityId"), text(data, "registrationNumber")).toLowerCase(Locale.ROOT);
		Outcome outcome = this.register.decide(id, decision(data), (version) -> {
		}, new Command(event.source(), event.identity())).orElseThrow(() -> unknown("the id " + id));
		if (outcome instanceof Outcome.Refused(Refusal refusal)) {
			throw unusable(id, refusal);
		}
	}

	private String charityId(@Nullable String id, @Nullable String registrationNumber) {
		if (registrationNumber == null) {
			return String.valueOf(id);
		}
		Optional<String> registered = this.charities.findRegistered(registrationNumber)
			.map((found) -> found.charity().id());
		if (id == null) {
			return registered.orElseThrow(() -> unknown("this registration number"));
		}
		if (registered.isPresent() && !registered.get().equalsIgnoreCase(id)) {
			throw new InvalidEventException("charity-mismatch",
					"'charityId' and 'registrationNumber' name two different charities");
		}
		return id;
	}

	private static Decision decision(JsonNode data) {
		JsonNode reason = data.path("reason");
		return new Decision(DecisionKind.valueOf(data.path("decision").asString()),
				new BilingualText(reason.path("ar").asString(), text(reason, "en")),
				LocalDate.parse(data.path("effectiveDate").asString()), text(data, "reference"));
	}

	private static @Nullable String text(JsonNode data, String name) {
		return data.path(name).asString(null);
	}

	private static RetryableEventException unknown(String named) {
		return new RetryableEventException("unknown-charity", "no charity in the register has " + named);
	}

	private static InvalidEventException unusable(String id, Refusal refusal) {
		return switch (refusal) {
			case Refusal.DecisionNotAllowed r -> new InvalidEventException("decision-not-allowed",
					r.decision() + " is not allowed while the charity " + id + " is " + r.status());
			case Refusal.EffectiveInFuture r -> new InvalidEventException("effective-date-in-future",
					"a decision takes effect when it is entered, so its effective date " + r.effectiveDate()
							+ " may not be after today, " + r.today() + "; replay it on that day");
			case Refusal.ReasonMissing r ->
				new InvalidEventException("reason-missing", r.decision() + " needs a reason");
			case Refusal.ChangeNotAllowed r -> throw new IllegalStateException("no decision");
			case Refusal.UnknownContact r -> throw new IllegalStateException("no decision");
		};
	}

}
