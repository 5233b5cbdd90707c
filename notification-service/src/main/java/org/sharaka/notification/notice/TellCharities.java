package org.sharaka.notification.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.sharaka.chassis.consumer.RetryableEventException;
import org.sharaka.notification.charity.Charities;
import org.sharaka.notification.contact.Contact;
import org.sharaka.notification.contact.Contacts;
import org.sharaka.notification.contact.ContactsChange;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.notice.Waiting.Wait;
import org.sharaka.notification.policy.Policies;

/**
 * Makes notices of events: for each contact of each charity that an event concerns one on
 * each channel that the event's policy has and the contact wants. A charity whose
 * contacts are not known yet waits for them.
 *
 * <p>
 * Everything is written in bulk, and everything can be done again: what is there already
 * stays as it is, and an occasion that is complete is not told to contacts who came
 * later.
 */
public class TellCharities {

	/** How many charities, notices or waits go into one command. */
	static final int CHUNK = 1000;

	private static final int UNKNOWN_TOLD = 5;

	private final Charities charities;

	private final Contacts contacts;

	private final Occasions occasions;

	private final Waiting waiting;

	private final Notices notices;

	private final Clock clock;

	public TellCharities(Charities charities, Contacts contacts, Occasions occasions, Waiting waiting, Notices notices,
			Clock clock) {
		this.charities = charities;
		this.contacts = contacts;
		this.occasions = occasions;
		this.waiting = waiting;
		this.notices = notices;
		this.clock = clock;
	}

	/**
	 * Tells all of these.
	 * @throws RetryableEventException if an announcement names a charity that nobody has
	 * heard of; then nobody is told of anything, so that a replay tells all
	 */
	public void tell(List<Matter> matters) {
		matters.forEach(this::requireKnownCharities);
		Map<String, Matter> open = new LinkedHashMap<>();
		matters.forEach((matter) -> open.put(matter.occasion().id(), matter));
		open.keySet().removeAll(this.occasions.begin(open.values().stream().map(Matter::occasion).toList()));
		Telling telling = new Telling();
		for (Matter matter : open.values()) {
			switch (matter) {
				case Matter.ForCharities some -> telling.add(some.occasion(), some.charityIds());
				case Matter.ForAudience many ->
					this.charities.addressed(many.audience(), CHUNK, (ids) -> telling.add(many.occasion(), ids));
			}
		}
		telling.flush();
		if (!open.isEmpty()) {
			this.occasions.complete(open.keySet());
		}
	}

	private void requireKnownCharities(Matter matter) {
		if (!(matter instanceof Matter.ForAudience many)) {
			return;
		}
		Set<String> unknown = this.charities.unknown(many.audience().charities());
		if (!unknown.isEmpty()) {
			String told = unknown.stream().sorted().limit(UNKNOWN_TOLD).collect(Collectors.joining(", "));
			String more = (unknown.size() > UNKNOWN_TOLD) ? " and " + (unknown.size() - UNKNOWN_TOLD) + " more" : "";
			throw new RetryableEventException("unknown-charity",
					"the audience names a charity that is not in the register: " + told + more
							+ "; nobody was told, so correct it or replay it when the charity is known");
		}
	}

	/**
	 * Takes in changes of contacts, and tells those who waited for them.
	 */
	public void contactsChanged(List<ContactsChange> changes) {
		this.contacts.update(changes);
		Set<String> charityIds = changes.stream().map(ContactsChange::charityId).collect(Collectors.toSet());
		int found = CHUNK;
		while (found == CHUNK) {
			List<Wait> waits = this.waiting.of(charityIds, CHUNK);
			found = waits.size();
			tellThoseWhoWaited(waits);
		}
	}

	/** Notices first, then the waits go: a crash in between does no harm. */
	private void tellThoseWhoWaited(List<Wait> waits) {
		if (waits.isEmpty()) {
			return;
		}
		Map<String, List<Contact>> known = this.contacts
			.of(waits.stream().map(Wait::charityId).collect(Collectors.toSet()));
		Map<String, Occasion> told = this.occasions
			.of(waits.stream().map(Wait::occasionId).collect(Collectors.toSet()));
		Instant now = this.clock.instant();
		List<Notice> made = new ArrayList<>();
		List<String> settled = new ArrayList<>();
		for (Wait wait : waits) {
			Occasion occasion = told.get(wait.occasionId());
			List<Contact> contactsOfCharity = known.get(wait.charityId());
			if (occasion != null && contactsOfCharity != null) {
				made.addAll(noticesFor(occasion, wait.charityId(), contactsOfCharity, now));
				settled.add(wait.id());
			}
		}
		create(made);
		this.waiting.settle(settled);
	}

	private static List<Notice> noticesFor(Occasion occasion, String charityId, List<Contact> contacts, Instant now) {
		Set<Channel> channels = Policies.of(occasion.eventType()).orElseThrow().channels();
		List<Notice> made = new ArrayList<>();
		for (Contact contact : contacts) {
			for (Channel channel : channels) {
				if (contact.addressOn(channel) != null) {
					made.add(Notice.of(occasion, charityId, contact.id(), channel, contact.language(), now));
				}
			}
		}
		return made;
	}

	private void create(List<Notice> made) {
		for (int from = 0; from < made.size(); from += CHUNK) {
			this.notices.create(made.subList(from, Math.min(from + CHUNK, made.size())));
		}
	}

	/** Charities to be told of occasions, collected until there are enough of them. */
	private final class Telling {

		private record Pair(Occasion occasion, String charityId) {
		}

		private final List<Pair> pairs = new ArrayList<>();

		void add(Occasion occasion, Iterable<String> charityIds) {
			for (String charityId : charityIds) {
				this.pairs.add(new Pair(occasion, charityId));
				if (this.pairs.size() == CHUNK) {
					flush();
				}
			}
		}

		void flush() {
			if (this.pairs.isEmpty()) {
				return;
			}
			Map<String, List<Contact>> known = TellCharities.this.contacts
				.of(this.pairs.stream().map(Pair::charityId).collect(Collectors.toSet()));
			Instant now = TellCharities.this.clock.instant();
			List<Notice> made = new ArrayList<>();
			List<Wait> waits = new ArrayList<>();
			for (Pair pair : this.pairs) {
				List<Contact> contactsOfCharity = known.get(pair.charityId());
				if (contactsOfCharity != null) {
					made.addAll(noticesFor(pair.occasion(), pair.charityId(), contactsOfCharity, now));
				}
				else {
					waits.add(Wait.of(pair.occasion(), pair.charityId(), now));
				}
			}
			create(made);
			this.pairs.clear();
			if (!waits.isEmpty()) {
				waitFor(waits);
			}
		}

		/**
		 * The contacts may have come after they were looked for and before the wait was
		 * there to be seen: so look once more.
		 */
		private void waitFor(List<Wait> waits) {
			TellCharities.this.waiting.add(waits);
			Set<String> came = TellCharities.this.contacts
				.of(waits.stream().map(Wait::charityId).collect(Collectors.toSet()))
				.keySet();
			tellThoseWhoWaited(waits.stream().filter((wait) -> came.contains(wait.charityId())).toList());
		}

	}

}
