package org.sharaka.registry.charity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.id.Ids;

/**
 * A body that applied for registration, and its place in the register ever since.
 * Immutable: a change answers the charity after it, with its events, or a refusal.
 *
 * @param version the number of events that the charity has had
 * @param registrationNumber null until it is registered; never changes afterwards
 * @param appliedAt when it first applied
 * @param registeredAt when it was registered
 * @param decision the last one
 */
public record Charity(String id, long version, CharityStatus status, @Nullable String registrationNumber,
		Profile profile, List<Contact> contacts, Instant appliedAt, @Nullable Instant registeredAt,
		@Nullable Decision decision) {

	public Charity {
		contacts = List.copyOf(contacts);
	}

	/** A new application. Two events: the applicant's, and its contacts'. */
	public static Outcome.Changed apply(String id, Profile profile, ContactList contacts, Ids ids, Instant now) {
		Charity applied = new Charity(id, 1, CharityStatus.APPLIED, null, profile, List.of(), now, null, null);
		Charity reachable = applied.with(contacts.identified(List.of(), ids));
		return new Outcome.Changed(reachable,
				List.of(new CharityEvent.Applied(applied), new CharityEvent.ContactsChanged(reachable)));
	}

	/**
	 * Changes what the charity says that it is. One that was returned applies again with
	 * it, even if nothing differs.
	 */
	public Outcome change(Profile changed) {
		if (!this.status.isChangeable()) {
			return new Outcome.Refused(new Refusal.ChangeNotAllowed(this.status));
		}
		if (this.status == CharityStatus.RETURNED) {
			Charity again = new Charity(this.id, this.version + 1, CharityStatus.APPLIED, this.registrationNumber,
					changed, this.contacts, this.appliedAt, this.registeredAt, this.decision);
			return new Outcome.Changed(again, List.of(new CharityEvent.Applied(again)));
		}
		Set<Profile.Part> parts = this.profile.differences(changed);
		if (parts.isEmpty()) {
			return new Outcome.Changed(this, List.of());
		}
		Charity updated = new Charity(this.id, this.version + 1, this.status, this.registrationNumber, changed,
				this.contacts, this.appliedAt, this.registeredAt, this.decision);
		return new Outcome.Changed(updated, List.of(new CharityEvent.Updated(updated, parts)));
	}

	/**
	 * Takes a new list of contacts, in every status: people may correct or withdraw what
	 * is kept about them whatever became of their charity.
	 */
	public Outcome changeContacts(ContactList list, Ids ids) {
		OptionalInt unknown = list.firstUnknown(this.contacts);
		if (unknown.isPresent()) {
			return new Outcome.Refused(new Refusal.UnknownContact(unknown.getAsInt()));
		}
		List<Contact> identified = list.identified(this.contacts, ids);
		if (identified.equals(this.contacts)) {
			return new Outcome.Changed(this, List.of());
		}
		Charity changed = with(identified);
		return new Outcome.Changed(changed, List.of(new CharityEvent.ContactsChanged(changed)));
	}

	/**
	 * Enters a decision, if {@link DecisionPolicy#ALL} allow it.
	 * @param number gives the registration number; asked once, and only on approval
	 * @param today the present day in the register's zone
	 */
	public Outcome decide(Decision taken, Supplier<String> number, LocalDate today, Instant now) {
		Optional<Refusal> refusal = DecisionPolicy.ALL.stream()
			.flatMap((policy) -> policy.refusal(this, taken, today).stream())
			.findFirst();
		if (refusal.isPresent()) {
			return new Outcome.Refused(refusal.get());
		}
		boolean registers = taken.kind() == DecisionKind.APPROVE;
		Charity decided = new Charity(this.id, this.version + 1, taken.kind().leadsTo(),
				registers ? Objects.requireNonNull(number.get()) : this.registrationNumber, this.profile, this.contacts,
				this.appliedAt, registers ? now : this.registeredAt, taken);
		return new Outcome.Changed(decided, List.of(CharityEvent.Decided.of(decided, taken)));
	}

	private Charity with(List<Contact> changed) {
		return new Charity(this.id, this.version + 1, this.status, this.registrationNumber, this.profile, changed,
				this.appliedAt, this.registeredAt, this.decision);
	}

}
