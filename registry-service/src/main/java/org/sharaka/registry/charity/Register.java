package org.sharaka.registry.charity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongConsumer;

import org.sharaka.chassis.id.Ids;

/**
 * The commands to the register. Each reads the charity, lets it decide, and keeps the
 * change if nobody else was faster; else it reads and decides again. A command that was
 * obeyed before answers the charity as it is now. Thread-safe.
 */
public final class Register {

	/**
	 * How often a change is decided anew. Each time somebody else's change has succeeded,
	 * so this many must have been ahead before one gives up.
	 */
	private static final int ATTEMPTS = 100;

	private final Charities charities;

	private final RegistrationNumbers numbers;

	private final Ids ids;

	private final Clock clock;

	private final ZoneId zone;

	/**
	 * @param zone whose calendar says which day it is for the register
	 */
	public Register(Charities charities, RegistrationNumbers numbers, Ids ids, Clock clock, ZoneId zone) {
		this.charities = charities;
		this.numbers = numbers;
		this.ids = ids;
		this.clock = clock;
		this.zone = zone;
	}

	/** The present day for the register. */
	public LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.zone);
	}

	/**
	 * Takes an application in.
	 * @param id the new charity's; the same one again answers the charity that is there
	 */
	public Charity apply(String id, Profile profile, ContactList contacts, Command command) {
		Instant now = now();
		Outcome.Changed application = Charity.apply(id, profile, contacts, this.ids, now);
		if (this.charities.add(application, command, now)) {
			return application.charity();
		}
		return this.charities.find(id).orElseThrow().charity();
	}

	/**
	 * Changes the profile.
	 * @param changed the new profile, from the present one
	 * @param precondition throws if the version is not the one that the caller knows
	 * @return empty if there is no such charity
	 */
	public Optional<Outcome> change(String id, Function<Profile, Profile> changed, LongConsumer precondition,
			Command command) {
		return obey(id, precondition, command, (charity, now) -> charity.change(changed.apply(charity.profile())));
	}

	/** Takes a new list of contacts. */
	public Optional<Outcome> changeContacts(String id, ContactList contacts, LongConsumer precondition,
			Command command) {
		return obey(id, precondition, command, (charity, now) -> charity.changeContacts(contacts, this.ids));
	}

	/** Enters a decision. */
	public Optional<Outcome> decide(String id, Decision decision, LongConsumer precondition, Command command) {
		LocalDate today = today();
		return obey(id, precondition, command, (charity, now) -> charity.decide(decision,
				() -> this.numbers.of(id, charity.profile().region().country(), today.getYear()), today, now));
	}

	private Optional<Outcome> obey(String id, LongConsumer precondition, Command command,
			BiFunction<Charity, Instant, Outcome> decide) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Optional<Charities.Found> found = this.charities.find(id);
			if (found.isEmpty()) {
				return Optional.empty();
			}
			Charity charity = found.get().charity();
			if (command.id() != null && found.get().obeyed().contains(command.id())) {
				return Optional.of(new Outcome.Changed(charity, List.of()));
			}
			precondition.accept(charity.version());
			Instant now = now();
			Outcome outcome = decide.apply(charity, now);
			if (!(outcome instanceof Outcome.Changed change) || change.events().isEmpty()
					|| this.charities.save(charity.version(), change, command, now)) {
				return Optional.of(outcome);
			}
		}
		throw new IllegalStateException("charity " + id + " changes all the time");
	}

	/** To the millisecond, which is what the database keeps. */
	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
