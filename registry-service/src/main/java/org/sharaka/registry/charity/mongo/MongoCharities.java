package org.sharaka.registry.charity.mongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.outbox.AggregateCollection;
import org.sharaka.chassis.outbox.MongoAggregates;
import org.sharaka.registry.charity.Charities;
import org.sharaka.registry.charity.Charity;
import org.sharaka.registry.charity.CharityEvent;
import org.sharaka.registry.charity.Field;
import org.sharaka.registry.charity.Kind;
import org.sharaka.registry.charity.Region;

/**
 * The collection {@code charities}, with its history in {@code charitiesHistory}. Its
 * queries use {@code _id} for one charity, and for lists {@code words}, one of the
 * filters, or nothing, each with {@code appliedAt} and {@code _id}.
 */
final class MongoCharities extends MongoAggregates<Charity, CharityEvent> implements Charities {

	private static final Bson NEWEST_FIRST = Sorts.descending("appliedAt", "_id");

	private final MongoCollection<Document> charities;

	private final CharityMapping mapping;

	private final MongoRegistrationNumbers numbers;

	MongoCharities(AggregateCollection collection, CharityMapping mapping, MongoRegistrationNumbers numbers) {
		super(collection, mapping);
		this.charities = collection.collection();
		this.mapping = mapping;
		this.numbers = numbers;
		this.charities.createIndex(NEWEST_FIRST);
		for (String filter : List.of("words", "status", "profile.kind", "profile.fields", "profile.region")) {
			this.charities.createIndex(Indexes.compoundIndex(Indexes.ascending(filter), NEWEST_FIRST));
		}
	}

	@Override
	public Optional<Charity> findRegistered(String registrationNumber) {
		return this.numbers.holderOf(registrationNumber)
			.flatMap(this::find)
			// a number is reserved just before its charity is registered
			.filter((charity) -> registrationNumber.equals(charity.registrationNumber()));
	}

	@Override
	public List<Charity> list(Criteria criteria, @Nullable KeysetPosition after, int limit) {
		List<Bson> filters = new ArrayList<>();
		SearchWords.searched(criteria.words()).forEach((word) -> filters.add(Filters.regex("words", "^" + word)));
		addFilter(filters, "profile.kind", criteria.kinds().stream().map(Kind::code).toList());
		addFilter(filters, "profile.fields", criteria.fields().stream().map(Field::code).toList());
		addFilter(filters, "profile.region", criteria.regions().stream().map(Region::code).toList());
		addFilter(filters, "status", criteria.statuses().stream().map(Enum::name).toList());
		if (after != null) {
			Date appliedAt = Date.from(after.appliedAt());
			filters.add(Filters.or(Filters.lt("appliedAt", appliedAt),
					Filters.and(Filters.eq("appliedAt", appliedAt), Filters.lt("_id", after.id()))));
		}
		return this.charities.find(filters.isEmpty() ? Filters.empty() : Filters.and(filters))
			.projection(Projections.exclude("outbox", "words"))
			.sort(NEWEST_FIRST)
			.limit(limit)
			.map(this.mapping::fromDocument)
			.into(new ArrayList<>());
	}

	private static void addFilter(List<Bson> filters, String name, Collection<String> wanted) {
		if (!wanted.isEmpty()) {
			filters.add(Filters.in(name, wanted));
		}
	}

}
