package org.sharaka.registry.charity.usecase;

import java.time.Clock;

import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.command.CommandHandler;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.id.Ids;
import org.sharaka.registry.charity.Charity;
import org.sharaka.registry.charity.CharityEvent;
import org.sharaka.registry.charity.ContactList;
import org.sharaka.registry.charity.Profile;

/** A body applies for registration. */
public final class ApplyForRegistration {

	private final CommandHandler<Charity, CharityEvent> commands;

	private final Ids ids;

	private final Clock clock;

	public ApplyForRegistration(CommandHandler<Charity, CharityEvent> commands, Ids ids, Clock clock) {
		this.commands = commands;
		this.ids = ids;
		this.clock = clock;
	}

	/** The charity's id is the command's. */
	public Outcome<Charity, CharityEvent> apply(Profile profile, ContactList contacts, CommandContext context) {
		return this.commands.create(context,
				() -> Charity.apply(context.commandId(), profile, contacts, this.ids, StoredTime.now(this.clock)));
	}

}
