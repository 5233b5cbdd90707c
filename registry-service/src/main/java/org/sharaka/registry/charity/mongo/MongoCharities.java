package org.sharaka.registry.charity.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.outbox.AggregateCollection;
import org.sharaka.chassis.command.AlreadyExistsException;
import org.sharaka.chassis.outbox.NewEvent;
import org.sharaka.chassis.command.VersionConflictException;
import org.sharaka.registry.charity.Charities;
import org.sharaka.registry.charity.Charity;
import org.sharaka.registry.charity.Command;
import org.sharaka.registry.charity.HistoryEntry;
import org.sharaka.registry.charity.Outcome;
import org.sharaka.registry.charity.Region;
import org.sharaka.registry.charity.messaging.CharityContract;

/**
 * The collection {@code charities}. What its queries use: {@code _id} for one charity;
 * {@code words}, or one of the filters, or nothing, each with {@code appliedAt} and
 * {@code _id}, for lists.
 */
final class MongoCharities implements Charities {

	private static final Bson WITHOUT_HISTORY = Projections.exclude("history", "outbox", "words");

	private static final Bson NEWEST_FIRST = Sorts.descending("appliedAt", "_id");

	private final AggregateCollection aggregates;

	private final MongoCollection<Document> charities;

	private final MongoRegistrationNumbers numbers;

	MongoCharities(AggregateCollection aggregates, MongoRegistrationNumbers numbers) {
		this.aggregates = aggregates;
		this.charities = aggregates.collection();
		this.numbers = numbers;
		this.charities.createIndex(NEWEST_FIRST);
		for (String filter : List.of("words", "status", "kind", "fields", "region")) {
			this.charities.createIndex(Indexes.compoundIndex(Indexes.ascending(filter), NEWEST_FIRST));
		}
	}

	@Override
	public Optional<Found> find(String id) {
		return Optional.ofNullable(this.charities.find(Filters.eq("_id", id)).projection(WITHOUT_HISTORY).first())
			.map((document) -> new Found(CharityDocument.read(document),
					Set.copyOf(document.getList("obeyed", String.class, List.of()))));
	}

	@Override
	public Optional<Found> findRegistered(String registrationNumber) {
		return this.numbers.holderOf(registrationNumber)
			.flatMap(this::find)
			// a number is reserved just before its charity is registered
			.filter((found) -> registrationNumber.equals(found.charity().registrationNumber()));
	}

	@Override
	public List<Charity> list(Criteria criteria, @Nullable Place after, int limit) {
		List<Bson> filters = new ArrayList<>();
		SearchWords.lookedUp(criteria.words()).forEach((word) -> filters.add(Filters.regex("words", "^" + word)));
		addIfAny(filters, "kind", criteria.kinds().stream().map(Enum::name).toList());
		addIfAny(filters, "fields", criteria.fields().stream().map(Enum::name).toList());
		addIfAny(filters, "region", criteria.regions().stream().map(Region::code).toList());
		addIfAny(filters, "status", criteria.statuses().stream().map(Enum::name).toList());
		if (after != null) {
			Date at = Date.from(after.appliedAt());
			filters.add(Filters.or(Filters.lt("appliedAt", at),
					Filters.and(Filters.eq("appliedAt", at), Filters.lt("_id", after.id()))));
		}
		return this.charities.find(filters.isEmpty() ? Filters.empty() : Filters.and(filters))
			.projection(WITHOUT_HISTORY)
			.sort(NEWEST_FIRST)
			.limit(limit)
			.map(CharityDocument::read)
			.into(new ArrayList<>());
	}

	private static void addIfAny(List<Bson> filters, String name, Collection<String> wanted) {
		if (!wanted.isEmpty()) {
			filters.add(Filters.in(name, wanted));
		}
	}

	@Override
	public Optional<List<HistoryEntry>> history(String id, long after, int limit) {
		Document document = this.charities.find(Filters.eq("_id", id))
			.projection(Projections.include("history"))
			.first();
		return Optional.ofNullable(document)
			.map((found) -> found.getList("history", Document.class, List.of())
				.stream()
				.map(HistoryDocument::read)
				.filter((entry) -> entry.version() > after)
				.limit(limit)
				.toList());
	}

	@Override
	public boolean add(Outcome.Changed application, Command command, Instant now) {
		Charity charity = application.charity();
		Document state = CharityDocument.of(charity).append("history", history(application, command, now));
		try {
			this.aggregates.insert(charity.id(), state, newEvents(application), command.id());
			return true;
		}
		catch (AlreadyExistsException ex) {
			return false;
		}
	}

	@Override
	public boolean save(long before, Outcome.Changed change, Command command, Instant now) {
		Bson update = Updates.combine(new Document("$set", CharityDocument.of(change.charity())),
				Updates.pushEach("history", history(change, command, now)));
		try {
			this.aggregates.update(change.charity().id(), before, update, newEvents(change), command.id());
			return true;
		}
		catch (VersionConflictException ex) {
			return false;
		}
	}

	private static List<Document> history(Outcome.Changed change, Command command, Instant now) {
		return change.events().stream().map((event) -> HistoryDocument.of(event, command.by(), now)).toList();
	}

	private static List<NewEvent> newEvents(Outcome.Changed change) {
		return change.events().stream().map(CharityContract::newEvent).toList();
	}

}
