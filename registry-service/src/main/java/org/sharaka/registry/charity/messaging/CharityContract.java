package org.sharaka.registry.charity.messaging;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.outbox.NewEvent;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.registry.charity.Charity;
import org.sharaka.registry.charity.CharityEvent;
import org.sharaka.registry.charity.Contact;
import org.sharaka.registry.charity.Decision;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The events of {@code contracts/} out of the model's. Each carries the whole state after
 * it: the public one on {@code partnership.charities}, the contacts, and nothing but
 * them, on {@code partnership.contacts}.
 */
public final class CharityContract {

	private CharityContract() {
	}

	/**
	 * Such as {@code charity.registered}: an event's type without package and version.
	 */
	public static String nameOf(CharityEvent event) {
		return switch (event) {
			case CharityEvent.Applied e -> "charity.applied";
			case CharityEvent.Updated e -> "charity.updated";
			case CharityEvent.ContactsChanged e -> "contacts.changed";
			case CharityEvent.Registered e -> "charity.registered";
			case CharityEvent.Returned e -> "charity.returned";
			case CharityEvent.Refused e -> "charity.refused";
			case CharityEvent.Suspended e -> "charity.suspended";
			case CharityEvent.Reinstated e -> "charity.reinstated";
			case CharityEvent.Dissolved e -> "charity.dissolved";
			case CharityEvent.Removed e -> "charity.removed";
		};
	}

	public static NewEvent newEvent(CharityEvent event) {
		ObjectNode data = (event instanceof CharityEvent.ContactsChanged) ? contacts(event.charity())
				: publicState(event.charity());
		return new NewEvent("org.sharaka." + nameOf(event) + ".v1", data);
	}

	private static ObjectNode publicState(Charity charity) {
		ObjectNode data = object();
		data.put("id", charity.id()).put("status", charity.status().name());
		putIfAny(data, "registrationNumber", charity.registrationNumber());
		data.put("kind", charity.profile().kind().name());
		data.set("name", bilingual(charity.profile().name()));
		ArrayNode fields = data.putArray("fields");
		charity.profile().fields().forEach((field) -> fields.add(field.name()));
		data.put("region", charity.profile().region().code())
			.put("version", charity.version())
			.put("appliedAt", charity.appliedAt().toString());
		putIfAny(data, "registeredAt", charity.registeredAt());
		if (charity.decision() != null) {
			data.set("decision", decision(charity.decision()));
		}
		return data;
	}

	private static ObjectNode decision(Decision decision) {
		ObjectNode data = object().put("decision", decision.kind().name());
		if (decision.reason() != null) {
			data.set("reason", bilingual(decision.reason()));
		}
		data.put("effectiveDate", decision.effectiveDate().toString());
		putIfAny(data, "reference", decision.reference());
		return data;
	}

	private static ObjectNode contacts(Charity charity) {
		ObjectNode data = object().put("charityId", charity.id());
		ArrayNode contacts = data.putArray("contacts");
		charity.contacts().forEach((contact) -> contacts.add(contact(contact)));
		return data;
	}

	private static ObjectNode contact(Contact contact) {
		Contact.Details details = contact.details();
		ObjectNode data = object().put("id", contact.id())
			.put("name", details.name())
			.put("role", details.role().name());
		if (details.email() != null) {
			data.put("email", details.email().address());
		}
		if (details.phone() != null) {
			data.put("phone", details.phone().e164());
		}
		data.put("language", details.language().tag());
		ArrayNode channels = data.putArray("channels");
		details.channels().forEach((channel) -> channels.add(channel.name()));
		return data;
	}

	private static ObjectNode bilingual(BilingualText text) {
		ObjectNode data = object().put("ar", text.ar());
		putIfAny(data, "en", text.en());
		return data;
	}

	private static void putIfAny(ObjectNode data, String name, @Nullable Object value) {
		if (value != null) {
			data.put(name, value.toString());
		}
	}

	private static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

}
