package org.sharaka.registry.charity.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;

import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.command.CommandHandler;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.registry.charity.Charity;
import org.sharaka.registry.charity.CharityEvent;
import org.sharaka.registry.charity.JurisdictionProfiles;
import org.sharaka.registry.charity.Profile;

/**
 * A charity changes its profile; one that was returned applies again with the change.
 */
public final class ChangeProfile {

	private final CommandHandler<Charity, CharityEvent> commands;

	private final JurisdictionProfiles jurisdictions;

	private final Clock clock;

	public ChangeProfile(CommandHandler<Charity, CharityEvent> commands, JurisdictionProfiles jurisdictions,
			Clock clock) {
		this.commands = commands;
		this.jurisdictions = jurisdictions;
		this.clock = clock;
	}

	/**
	 * @param change derives the new profile from the current one
	 */
	public Outcome<Charity, CharityEvent> change(String id, UnaryOperator<Profile> change, CommandContext context) {
		return this.commands.handle(id, context, (charity) -> {
			Instant now = StoredTime.now(this.clock);
			return charity.changeProfile(change.apply(charity.profile()), this.jurisdictions.of(charity, now), now);
		});
	}

}
