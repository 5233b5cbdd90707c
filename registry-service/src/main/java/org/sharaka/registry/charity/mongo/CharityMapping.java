package org.sharaka.registry.charity.mongo;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.bson.Document;
import org.sharaka.chassis.mongo.DocumentMapper;
import org.sharaka.chassis.mongo.TextCodec;
import org.sharaka.chassis.outbox.AggregateMapping;
import org.sharaka.chassis.outbox.NewEvent;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.registry.charity.Charity;
import org.sharaka.registry.charity.CharityEvent;
import org.sharaka.registry.charity.CharityStatus;
import org.sharaka.registry.charity.DecisionKind;
import org.sharaka.registry.charity.EmailAddress;
import org.sharaka.registry.charity.Field;
import org.sharaka.registry.charity.Kind;
import org.sharaka.registry.charity.PhoneNumber;
import org.sharaka.registry.charity.Region;
import org.sharaka.registry.charity.messaging.CharityEventMapper;

/** A charity as a document: the record as it is, and {@code words} for the search. */
final class CharityMapping implements AggregateMapping<Charity, CharityEvent> {

	private static final DocumentMapper DOCUMENTS = new DocumentMapper(
			new TextCodec<>(CharityStatus.class, CharityStatus::name, CharityStatus::of),
			new TextCodec<>(DecisionKind.class, DecisionKind::name, DecisionKind::of),
			new TextCodec<>(Kind.class, Kind::code, Kind::new), new TextCodec<>(Field.class, Field::code, Field::new),
			new TextCodec<>(Region.class, Region::code, Region::new),
			new TextCodec<>(EmailAddress.class, EmailAddress::address, EmailAddress::new),
			new TextCodec<>(PhoneNumber.class, PhoneNumber::e164, PhoneNumber::new));

	private final CharityEventMapper events;

	CharityMapping(CharityEventMapper events) {
		this.events = events;
	}

	@Override
	public Document toDocument(Charity charity) {
		Document document = DOCUMENTS.toDocument(charity).append("words", List.copyOf(words(charity)));
		document.remove("id");
		document.remove("version");
		return document;
	}

	@Override
	public Charity fromDocument(Document document) {
		return DOCUMENTS.fromDocument(new Document(document).append("id", document.get("_id")), Charity.class);
	}

	@Override
	public NewEvent toEvent(Charity charity, CharityEvent event) {
		return this.events.toEvent(event);
	}

	@Override
	public Instant effectiveAt(Charity charity, CharityEvent event, Instant recordedAt) {
		return (event instanceof CharityEvent.Decided) ? charity.statusSince() : recordedAt;
	}

	private static Set<String> words(Charity charity) {
		BilingualText name = charity.profile().name();
		Set<String> words = new LinkedHashSet<>(SearchWords.indexed(name.ar()));
		if (name.en() != null) {
			words.addAll(SearchWords.indexed(name.en()));
		}
		if (charity.registrationNumber() != null) {
			words.addAll(SearchWords.indexed(charity.registrationNumber()));
		}
		return words;
	}

}
