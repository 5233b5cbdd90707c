package org.sharaka.registry.charity.messaging;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.outbox.NewEvent;
import org.sharaka.registry.charity.Charity;
import org.sharaka.registry.charity.CharityEvent;
import org.sharaka.registry.charity.CharityStatus;
import org.sharaka.registry.charity.Contact;
import org.sharaka.registry.charity.Decision;
import org.sharaka.registry.charity.DecisionKind;
import org.sharaka.registry.charity.Profile;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the model's events into those of {@code contracts/}. Each carries the whole state
 * after it: the public state on {@code partnership.charities}, the contacts alone on
 * {@code partnership.contacts}.
 */
public final class CharityEventMapper {

	private static final String CONTACTS_CHANGED = "org.sharaka.contacts.changed.v1";

	private final JsonMapper json;

	public CharityEventMapper(JsonMapper json) {
		this.json = json;
	}

	public NewEvent toEvent(CharityEvent event) {
		return switch (event) {
			case CharityEvent.Applied(Charity charity) -> charityEvent("applied", charity);
			case CharityEvent.Updated(Charity charity) -> charityEvent("updated", charity);
			case CharityEvent.Decided(Charity charity, Decision decision) ->
				charityEvent(eventName(decision.kind()), charity);
			case CharityEvent.ContactsChanged(Charity charity) -> contactsChanged(charity);
		};
	}

	private static String eventName(DecisionKind kind) {
		return switch (kind) {
			case APPROVE -> "registered";
			case RETURN -> "returned";
			case REFUSE -> "refused";
			case SUSPEND -> "suspended";
			case REINSTATE -> "reinstated";
			case DISSOLVE -> "dissolved";
			case REMOVE -> "removed";
			case UNKNOWN -> throw new IllegalArgumentException("an unknown decision cannot be taken");
		};
	}

	private NewEvent charityEvent(String name, Charity charity) {
		return new NewEvent("org.sharaka.charity." + name + ".v1", this.json.valueToTree(PublicState.of(charity)));
	}

	/** The contacts before the change are erased from the history, see ChangeContacts. */
	private NewEvent contactsChanged(Charity charity) {
		NewEvent event = charity.contacts().isEmpty() ? NewEvent.tombstone(CONTACTS_CHANGED, null)
				: new NewEvent(CONTACTS_CHANGED, this.json.valueToTree(new Contacts(charity.id(), charity.contacts())));
		return event.erasing("contacts");
	}

	/** Only what is public: no contacts. */
	private record PublicState(String id, CharityStatus status, @Nullable String registrationNumber,
			@JsonUnwrapped Profile profile, long version, Instant appliedAt, @Nullable Instant registeredAt,
			@Nullable Decision decision) {

		static PublicState of(Charity charity) {
			return new PublicState(charity.id(), charity.status(), charity.registrationNumber(), charity.profile(),
					charity.version(), charity.appliedAt(), charity.registeredAt(), charity.decision());
		}

	}

	private record Contacts(String charityId, List<Contact> contacts) {
	}

}
