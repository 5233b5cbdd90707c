package org.sharaka.notification.contact.mongo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.mongo.DocumentMapper;
import org.sharaka.chassis.view.Change;
import org.sharaka.chassis.view.SequencedView;
import org.sharaka.notification.contact.Contact;
import org.sharaka.notification.contact.Contacts;
import org.sharaka.notification.contact.ContactsChange;

/**
 * One document per charity; all queries are by {@code _id}. An erasure leaves a document
 * without contacts, so that an older event does not bring them back.
 */
class MongoContacts implements Contacts {

	private final MongoCollection<ContactsDocument> collection;

	private final SequencedView view;

	MongoContacts(MongoDatabase database) {
		this.collection = database.getCollection("contacts", ContactsDocument.class)
			.withCodecRegistry(new DocumentMapper().registry());
		this.view = new SequencedView(this.collection);
	}

	/**
	 * The contacts of one charity.
	 *
	 * @param contacts null if they are erased
	 */
	public record ContactsDocument(@BsonId String charityId, @Nullable List<Contact> contacts) {
	}

	@Override
	public void apply(List<ContactsChange> changes) {
		this.view.apply(changes.stream()
			.map((change) -> new Change(change.charityId(), change.sequence(), change.at(),
					(change.contacts() != null) ? new ContactsDocument(change.charityId(), change.contacts()) : null))
			.toList());
	}

	@Override
	public Map<String, List<Contact>> of(Set<String> charityIds) {
		Map<String, List<Contact>> contacts = new HashMap<>();
		if (!charityIds.isEmpty()) {
			this.collection.find(Filters.in("_id", charityIds))
				.forEach((document) -> contacts.put(document.charityId(),
						(document.contacts() != null) ? document.contacts() : List.of()));
		}
		return contacts;
	}

}
