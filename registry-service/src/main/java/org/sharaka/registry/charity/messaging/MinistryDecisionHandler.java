package org.sharaka.registry.charity.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.command.Refusal;
import org.sharaka.chassis.consumer.EventHandler;
import org.sharaka.chassis.consumer.RetryableEventException;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.event.InvalidEventException;
import org.sharaka.chassis.message.Messages;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.registry.charity.Charities;
import org.sharaka.registry.charity.Charity;
import org.sharaka.registry.charity.CharityEvent;
import org.sharaka.registry.charity.DecisionKind;
import org.sharaka.registry.charity.usecase.TakeDecision;
import tools.jackson.databind.JsonNode;

/**
 * Enters the decisions that ministry systems publish. The event's identity is the
 * command's id, so that an event takes effect once, however often it is delivered.
 */
final class MinistryDecisionHandler implements EventHandler {

	private static final String DECISION_TAKEN = "org.sharaka.ministry.decision-taken.v1";

	private final TakeDecision takeDecision;

	private final Charities charities;

	private final Messages messages;

	MinistryDecisionHandler(TakeDecision takeDecision, Charities charities, Messages messages) {
		this.takeDecision = takeDecision;
		this.charities = charities;
		this.messages = messages;
	}

	@Override
	public Set<String> types() {
		return Set.of(DECISION_TAKEN);
	}

	/**
	 * Handles one event after the other: decisions are rare, and two in a batch may
	 * concern the same charity.
	 */
	@Override
	public void handle(List<Event> events) {
		events.forEach(this::handle);
	}

	private void handle(Event event) {
		JsonNode data = event.body();
		String id = charityId(text(data, "charityId"), text(data, "registrationNumber")).toLowerCase(Locale.ROOT);
		Outcome<Charity, CharityEvent> outcome = this.takeDecision.take(id, request(data),
				CommandContext.of(event.source(), event.identity()));
		switch (outcome) {
			case Outcome.Refused<Charity, CharityEvent>(Refusal refusal) -> throw new InvalidEventException(
					refusal.code(), this.messages.describe(refusal) + " The charity is " + id + ".");
			case Outcome.NotFound<Charity, CharityEvent> notFound -> throw unknown("the id " + id);
			case Outcome.Changed<Charity, CharityEvent> changed -> {
			}
			case Outcome.Unchanged<Charity, CharityEvent> processedBefore -> {
			}
		}
	}

	private String charityId(@Nullable String id, @Nullable String registrationNumber) {
		if (registrationNumber == null) {
			return String.valueOf(id);
		}
		Optional<String> registered = this.charities.findRegistered(registrationNumber).map(Charity::id);
		if (id == null) {
			return registered.orElseThrow(() -> unknown("this registration number"));
		}
		if (registered.isPresent() && !registered.get().equalsIgnoreCase(id)) {
			throw new InvalidEventException("charity-mismatch",
					"'charityId' and 'registrationNumber' name two different charities");
		}
		return id;
	}

	private static TakeDecision.Request request(JsonNode data) {
		JsonNode reason = data.path("reason");
		return new TakeDecision.Request(DecisionKind.valueOf(data.path("decision").asString()),
				new BilingualText(reason.path("ar").asString(), text(reason, "en")),
				LocalDate.parse(data.path("effectiveDate").asString()), text(data, "reference"));
	}

	private static @Nullable String text(JsonNode data, String name) {
		return data.path(name).asString(null);
	}

	private static RetryableEventException unknown(String named) {
		return new RetryableEventException("unknown-charity", "no charity in the register has " + named);
	}

}
