package org.sharaka.registry.charity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.Aggregate;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.id.Ids;

/**
 * A body that applied for registration, and its entry in the register since. Immutable: a
 * command returns the charity after it with its events, or a refusal.
 *
 * @param registrationNumber null until it is registered; never changes afterwards
 * @param contacts personal data
 * @param appliedAt when it first applied
 * @param registeredAt when its registration was entered; null until then
 * @param statusSince from when on it has had its status, which is before the time of the
 * entry if the decision was back-dated
 * @param decision the last one; null if there is none
 */
public record Charity(String id, long version, CharityStatus status, @Nullable String registrationNumber,
		Profile profile, List<Contact> contacts, Instant appliedAt, @Nullable Instant registeredAt, Instant statusSince,
		@Nullable Decision decision) implements Aggregate {

	public Charity {
		// erased from the history once they change
		contacts = (contacts != null) ? List.copyOf(contacts) : List.of();
	}

	/**
	 * A new application. Two events: one with the public state, one with the contacts.
	 */
	public static Outcome<Charity, CharityEvent> apply(String id, Profile profile, ContactList contacts, Ids ids,
			Instant now) {
		Charity applied = new Charity(id, 1, CharityStatus.APPLIED, null, profile, List.of(), now, null, now, null);
		Charity reachable = applied.withContacts(contacts.identified(List.of(), ids));
		return new Outcome.Changed<>(reachable,
				List.of(new CharityEvent.Applied(applied), new CharityEvent.ContactsChanged(reachable)));
	}

	/**
	 * Changes the profile, if {@link ProfilePolicies#ALL} allow it. A charity that was
	 * returned applies again with the changed profile; with the same one it does not.
	 */
	public Outcome<Charity, CharityEvent> changeProfile(Profile changed, JurisdictionProfile jurisdiction,
			Instant now) {
		if (this.profile.equals(changed)) {
			return new Outcome.Unchanged<>(this);
		}
		Optional<CharityRefusal> refusal = CharityPolicy.firstRefusal(ProfilePolicies.ALL, this, changed, jurisdiction,
				now);
		if (refusal.isPresent()) {
			return new Outcome.Refused<>(refusal.get());
		}
		boolean appliesAgain = this.status == CharityStatus.RETURNED;
		Charity after = new Charity(this.id, this.version + 1, appliesAgain ? CharityStatus.APPLIED : this.status,
				this.registrationNumber, changed, this.contacts, this.appliedAt, this.registeredAt,
				appliesAgain ? now : this.statusSince, this.decision);
		return changed(after, appliesAgain ? new CharityEvent.Applied(after) : new CharityEvent.Updated(after));
	}

	/**
	 * Replaces the list of contacts, if {@link ContactPolicies#ALL} allow it. No status
	 * forbids it: people may correct or withdraw their data whatever became of their
	 * charity.
	 */
	public Outcome<Charity, CharityEvent> changeContacts(ContactList list, Ids ids, JurisdictionProfile jurisdiction,
			Instant now) {
		Optional<CharityRefusal> refusal = CharityPolicy.firstRefusal(ContactPolicies.ALL, this, list, jurisdiction,
				now);
		if (refusal.isPresent()) {
			return new Outcome.Refused<>(refusal.get());
		}
		List<Contact> identified = list.identified(this.contacts, ids);
		if (identified.equals(this.contacts)) {
			return new Outcome.Unchanged<>(this);
		}
		Charity after = withContacts(identified);
		return changed(after, new CharityEvent.ContactsChanged(after));
	}

	/**
	 * Enters a decision, if {@link DecisionPolicies#ALL} allow it.
	 * @param number supplies the registration number; called once, and only on approval
	 */
	public Outcome<Charity, CharityEvent> decide(Decision taken, Supplier<String> number,
			JurisdictionProfile jurisdiction, Instant now) {
		Optional<CharityRefusal> refusal = CharityPolicy.firstRefusal(DecisionPolicies.ALL, this, taken, jurisdiction,
				now);
		if (refusal.isPresent()) {
			return new Outcome.Refused<>(refusal.get());
		}
		boolean registers = taken.kind() == DecisionKind.APPROVE;
		Charity after = new Charity(this.id, this.version + 1, taken.kind().leadsTo(),
				registers ? Objects.requireNonNull(number.get()) : this.registrationNumber, this.profile, this.contacts,
				this.appliedAt, registers ? now : this.registeredAt,
				effectiveAt(taken.effectiveDate(), jurisdiction, now), taken);
		return changed(after, new CharityEvent.Decided(after, taken));
	}

	/**
	 * A decision of today holds from the moment of its entry, a back-dated one from the
	 * start of its day, but not from before the status that it ends.
	 */
	private Instant effectiveAt(LocalDate date, JurisdictionProfile jurisdiction, Instant now) {
		if (date.equals(jurisdiction.dayOf(now))) {
			return now;
		}
		Instant startOfDay = jurisdiction.startOf(date);
		return startOfDay.isBefore(this.statusSince) ? this.statusSince : startOfDay;
	}

	private Charity withContacts(List<Contact> changed) {
		return new Charity(this.id, this.version + 1, this.status, this.registrationNumber, this.profile, changed,
				this.appliedAt, this.registeredAt, this.statusSince, this.decision);
	}

	private static Outcome<Charity, CharityEvent> changed(Charity after, CharityEvent event) {
		return new Outcome.Changed<>(after, List.of(event));
	}

}
