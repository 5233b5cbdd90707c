package org.sharaka.notification.contact.mongo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.contact.Contact;
import org.sharaka.notification.contact.Contacts;
import org.sharaka.notification.contact.ContactsChange;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.view.GuardedView;
import org.springframework.stereotype.Repository;

/**
 * One document per charity; all queries are by {@code _id}. A tombstone leaves the
 * document, without contacts, so that an older event does not bring them back.
 */
@Repository
class MongoContacts implements Contacts {

	private final MongoCollection<Document> collection;

	private final GuardedView view;

	MongoContacts(MongoDatabase database) {
		this.collection = database.getCollection("contacts");
		this.view = new GuardedView(this.collection);
	}

	@Override
	public void update(List<ContactsChange> changes) {
		this.view.apply(changes.stream().map(Told::new).toList(), "erasedAt");
	}

	private record Told(ContactsChange change) implements GuardedView.Change {

		@Override
		public String id() {
			return this.change.charityId();
		}

		@Override
		public @Nullable Document fields(@Nullable Document current) {
			long known = (current != null) ? current.getLong("sequence") : 0;
			return switch (this.change) {
				case ContactsChange.Changed changed -> (current != null && known >= changed.sequence()) ? null
						: new Document("sequence", changed.sequence()).append("contacts",
								changed.contacts().stream().map(MongoContacts::document).toList());
				case ContactsChange.Erased erased -> hasErased(current, erased.at()) ? null
						: new Document("sequence", known).append("contacts", List.of())
							.append("erasedAt", Date.from(erased.at()));
			};
		}

		private static boolean hasErased(@Nullable Document current, Instant at) {
			Date last = (current != null) ? current.getDate("erasedAt") : null;
			return last != null && !last.toInstant().isBefore(at.truncatedTo(ChronoUnit.MILLIS));
		}

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
