package org.sharaka.registry.charity.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.outbox.AggregateCollection;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.text.Language;
import org.sharaka.registry.charity.Charity;
import org.sharaka.registry.charity.CharityStatus;
import org.sharaka.registry.charity.Contact;
import org.sharaka.registry.charity.Decision;
import org.sharaka.registry.charity.DecisionKind;
import org.sharaka.registry.charity.EmailAddress;
import org.sharaka.registry.charity.Field;
import org.sharaka.registry.charity.Kind;
import org.sharaka.registry.charity.PhoneNumber;
import org.sharaka.registry.charity.Profile;
import org.sharaka.registry.charity.Region;

/**
 * A charity as a document. What is null is left out; {@code words} is what a search looks
 * through.
 */
final class CharityDocument {

	private CharityDocument() {
	}

	/** All of the charity but id and version. */
	static Document of(Charity charity) {
		Profile profile = charity.profile();
		Document document = new Document("status", charity.status().name()).append("kind", profile.kind().name())
			.append("name", bilingual(profile.name()))
			.append("fields", names(profile.fields()))
			.append("region", profile.region().code())
			.append("contacts", charity.contacts().stream().map(CharityDocument::contact).toList())
			.append("appliedAt", Date.from(charity.appliedAt()))
			.append("words", List.copyOf(words(charity)));
		put(document, "registrationNumber", charity.registrationNumber(), Function.identity());
		put(document, "registeredAt", charity.registeredAt(), Date::from);
		put(document, "decision", charity.decision(), CharityDocument::decision);
		return document;
	}

	static Charity read(Document document) {
		Profile profile = new Profile(Kind.valueOf(document.getString("kind")),
				bilingual(document.get("name", Document.class)), set(document, "fields", Field::valueOf),
				new Region(document.getString("region")));
		return new Charity(document.getString("_id"), AggregateCollection.versionOf(document),
				CharityStatus.valueOf(document.getString("status")), document.getString("registrationNumber"), profile,
				document.getList("contacts", Document.class, List.of()).stream().map(CharityDocument::contact).toList(),
				instant(document, "appliedAt").orElseThrow(), instant(document, "registeredAt").orElse(null),
				Optional.ofNullable(document.get("decision", Document.class))
					.map(CharityDocument::decision)
					.orElse(null));
	}

	private static Set<String> words(Charity charity) {
		BilingualText name = charity.profile().name();
		Set<String> words = new LinkedHashSet<>(SearchWords.keptFor(name.ar()));
		if (name.en() != null) {
			words.addAll(SearchWords.keptFor(name.en()));
		}
		if (charity.registrationNumber() != null) {
			words.addAll(SearchWords.keptFor(charity.registrationNumber()));
		}
		return words;
	}

	private static Document contact(Contact contact) {
		Contact.Details details = contact.details();
		Document document = new Document("id", contact.id()).append("name", details.name())
			.append("role", details.role().name());
		put(document, "email", details.email(), EmailAddress::address);
		put(document, "phone", details.phone(), PhoneNumber::e164);
		return document.append("language", details.language().tag()).append("channels", names(details.channels()));
	}

	private static Contact contact(Document document) {
		String email = document.getString("email");
		String phone = document.getString("phone");
		return new Contact(document.getString("id"),
				new Contact.Details(document.getString("name"), Contact.Role.valueOf(document.getString("role")),
						(email != null) ? new EmailAddress(email) : null,
						(phone != null) ? new PhoneNumber(phone) : null,
						Language.ofTag(document.getString("language")).orElseThrow(),
						set(document, "channels", Contact.Channel::valueOf)));
	}

	static Document decision(Decision decision) {
		Document document = new Document("decision", decision.kind().name());
		put(document, "reason", decision.reason(), CharityDocument::bilingual);
		document.append("effectiveDate", decision.effectiveDate().toString());
		put(document, "reference", decision.reference(), Function.identity());
		return document;
	}

	static Decision decision(Document document) {
		Document reason = document.get("reason", Document.class);
		return new Decision(DecisionKind.valueOf(document.getString("decision")),
				(reason != null) ? bilingual(reason) : null, LocalDate.parse(document.getString("effectiveDate")),
				document.getString("reference"));
	}

	private static Document bilingual(BilingualText text) {
		Document document = new Document("ar", text.ar());
		put(document, "en", text.en(), Function.identity());
		return document;
	}

	private static BilingualText bilingual(Document document) {
		return new BilingualText(document.getString("ar"), document.getString("en"));
	}

	private static List<String> names(Set<? extends Enum<?>> constants) {
		return constants.stream().<String>map(Enum::name).toList();
	}

	private static <T> Set<T> set(Document document, String name, Function<String, T> parse) {
		return document.getList(name, String.class)
			.stream()
			.map(parse)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static Optional<Instant> instant(Document document, String name) {
		return Optional.ofNullable(document.getDate(name)).map(Date::toInstant);
	}

	private static <T> void put(Document document, String name, @Nullable T value, Function<T, ?> form) {
		if (value != null) {
			document.append(name, form.apply(value));
		}
	}

}
