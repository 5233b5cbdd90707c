package org.sharaka.notification.contact.mongo;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.contact.Contact;
import org.sharaka.notification.contact.Contacts;
import org.sharaka.notification.contact.ContactsChange;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.view.NewerOnly;
import org.springframework.stereotype.Repository;

/**
 * One document per charity; all queries are by {@code _id}. A tombstone leaves the
 * document, without contacts, so that an older event does not bring them back.
 */
@Repository
class MongoContacts implements Contacts {

	private final MongoCollection<Document> collection;

	MongoContacts(MongoDatabase database) {
		this.collection = database.getCollection("contacts");
	}

	@Override
	public void update(List<ContactsChange> changes) {
		List<UpdateOneModel<Document>> writes = new ArrayList<>();
		Set<String> charities = new HashSet<>();
		for (ContactsChange change : changes) {
			if (!charities.add(change.charityId())) {
				// an unordered bulk must not hold two changes of one document
				NewerOnly.write(this.collection, writes);
				writes.clear();
				charities.clear();
				charities.add(change.charityId());
			}
			writes.add(write(change));
		}
		NewerOnly.write(this.collection, writes);
	}

	private static UpdateOneModel<Document> write(ContactsChange change) {
		return switch (change) {
			case ContactsChange.Changed changed -> NewerOnly.upsert(changed.charityId(), changed.sequence(),
					Updates.set("contacts", changed.contacts().stream().map(MongoContacts::document).toList()));
			case ContactsChange.Erased erased -> {
				Date at = Date.from(erased.at());
				yield new UpdateOneModel<>(
						Filters.and(Filters.eq("_id", erased.charityId()),
								Filters.or(Filters.exists("erasedAt", false), Filters.lt("erasedAt", at))),
						Updates.combine(Updates.set("contacts", List.of()), Updates.set("erasedAt", at),
								Updates.setOnInsert("sequence", 0L)),
						new UpdateOptions().upsert(true));
			}
		};
	}

	private static Document document(Contact contact) {
		return new Document("id", contact.id()).append("name", contact.name())
			.append("email", contact.email())
			.append("phone", contact.phone())
			.append("language", contact.language().tag())
			.append("channels", contact.channels().stream().map(Channel::name).toList());
	}

	@Override
	public Map<String, List<Contact>> of(Set<String> charityIds) {
		Map<String, List<Contact>> contacts = new HashMap<>();
		if (!charityIds.isEmpty()) {
			this.collection.find(Filters.in("_id", charityIds))
				.forEach((document) -> contacts.put(document.getString("_id"),
						document.getList("contacts", Document.class).stream().map(MongoContacts::contact).toList()));
		}
		return contacts;
	}

	private static Contact contact(Document document) {
		return new Contact(document.getString("id"), document.getString("name"), document.getString("email"),
				document.getString("phone"), Language.ofTag(document.getString("language")).orElse(Language.AR),
				document.getList("channels", String.class)
					.stream()
					.map(Channel::valueOf)
					.collect(Collectors.toUnmodifiableSet()));
	}

}
