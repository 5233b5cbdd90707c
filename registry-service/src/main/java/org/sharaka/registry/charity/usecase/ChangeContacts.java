package org.sharaka.registry.charity.usecase;

import java.time.Clock;
import java.time.Instant;

import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.command.CommandHandler;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.id.Ids;
import org.sharaka.registry.charity.Charity;
import org.sharaka.registry.charity.CharityEvent;
import org.sharaka.registry.charity.ContactList;
import org.sharaka.registry.charity.JurisdictionProfiles;

/**
 * A charity replaces its list of contacts. The contacts before the change are erased from
 * the history, and an empty list also from the topic of contacts: nobody needs the
 * personal data of people who are no longer contacts.
 */
public final class ChangeContacts {

	private final CommandHandler<Charity, CharityEvent> commands;

	private final JurisdictionProfiles jurisdictions;

	private final Ids ids;

	private final Clock clock;

	public ChangeContacts(CommandHandler<Charity, CharityEvent> commands, JurisdictionProfiles jurisdictions, Ids ids,
			Clock clock) {
		this.commands = commands;
		this.jurisdictions = jurisdictions;
		this.ids = ids;
		this.clock = clock;
	}

	public Outcome<Charity, CharityEvent> change(String id, ContactList contacts, CommandContext context) {
		return this.commands.handle(id, context, (charity) -> {
			Instant now = StoredTime.now(this.clock);
			return charity.changeContacts(contacts, this.ids, this.jurisdictions.of(charity, now), now);
		});
	}

}
