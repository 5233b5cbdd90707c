package org.sharaka.registry.charity.usecase;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.command.CommandHandler;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.registry.charity.Charity;
import org.sharaka.registry.charity.CharityEvent;
import org.sharaka.registry.charity.Decision;
import org.sharaka.registry.charity.DecisionKind;
import org.sharaka.registry.charity.JurisdictionProfile;
import org.sharaka.registry.charity.JurisdictionProfiles;
import org.sharaka.registry.charity.RegistrationNumbers;

/** The ministry takes a decision on a charity. */
public final class TakeDecision {

	private final CommandHandler<Charity, CharityEvent> commands;

	private final RegistrationNumbers numbers;

	private final JurisdictionProfiles jurisdictions;

	private final Clock clock;

	public TakeDecision(CommandHandler<Charity, CharityEvent> commands, RegistrationNumbers numbers,
			JurisdictionProfiles jurisdictions, Clock clock) {
		this.commands = commands;
		this.numbers = numbers;
		this.jurisdictions = jurisdictions;
		this.clock = clock;
	}

	/**
	 * A decision as the ministry words it.
	 *
	 * @param effectiveDate null for the day on which it is entered
	 */
	public record Request(DecisionKind kind, @Nullable BilingualText reason, @Nullable LocalDate effectiveDate,
			@Nullable String reference) {

		private Decision on(LocalDate today) {
			return new Decision(this.kind, this.reason, (this.effectiveDate != null) ? this.effectiveDate : today,
					this.reference);
		}

	}

	public Outcome<Charity, CharityEvent> take(String id, Request request, CommandContext context) {
		return this.commands.handle(id, context, (charity) -> {
			Instant now = StoredTime.now(this.clock);
			JurisdictionProfile jurisdiction = this.jurisdictions.of(charity, now);
			return charity.decide(request.on(jurisdiction.dayOf(now)), () -> this.numbers.of(id, jurisdiction, now),
					jurisdiction, now);
		});
	}

}
