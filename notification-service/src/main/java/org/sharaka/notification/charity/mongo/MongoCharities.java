package org.sharaka.notification.charity.mongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.notification.charity.Audience;
import org.sharaka.notification.charity.Charities;
import org.sharaka.notification.charity.Charity;
import org.sharaka.notification.view.NewerOnly;
import org.springframework.stereotype.Repository;

/**
 * Hot queries: by {@code _id}; the registered ones by kind and region (index
 * {@code status, region, kind}).
 */
@Repository
class MongoCharities implements Charities {

	private final MongoCollection<Document> collection;

	MongoCharities(MongoDatabase database) {
		this.collection = database.getCollection("charities");
		this.collection.createIndex(Indexes.ascending("status", "region", "kind"));
	}

	@Override
	public void update(Collection<Charity> charities) {
		Map<String, Charity> newest = new HashMap<>();
		charities.forEach((charity) -> newest.merge(charity.id(), charity,
				(one, other) -> (one.sequence() >= other.sequence()) ? one : other));
		NewerOnly.write(this.collection, newest.values()
			.stream()
			.map((charity) -> NewerOnly.upsert(charity.id(), charity.sequence(),
					Updates.combine(Updates.set("status", charity.status()), Updates.set("kind", charity.kind()),
							Updates.set("fields", List.copyOf(charity.fields())),
							Updates.set("region", charity.region()),
							Updates.set("name",
									new Document("ar", charity.name().ar()).append("en", charity.name().en())))))
			.toList());
	}

	@Override
	public Set<String> unknown(Set<String> ids) {
		if (ids.isEmpty()) {
			return Set.of();
		}
		Set<String> unknown = new HashSet<>(ids);
		this.collection.find(Filters.in("_id", ids))
			.projection(Projections.include("_id"))
			.forEach((document) -> unknown.remove(document.getString("_id")));
		return unknown;
	}

	@Override
	public void addressed(Audience audience, int chunk, Consumer<List<String>> ids) {
		List<String> next = new ArrayList<>(chunk);
		try (MongoCursor<Document> cursor = this.collection.find(filter(audience))
			.projection(Projections.include("_id"))
			.batchSize(chunk)
			.iterator()) {
			while (cursor.hasNext()) {
				next.add(cursor.next().getString("_id"));
				if (next.size() == chunk) {
					ids.accept(List.copyOf(next));
					next.clear();
				}
			}
		}
		if (!next.isEmpty()) {
			ids.accept(List.copyOf(next));
		}
	}

	private static Bson filter(Audience audience) {
		Bson registered = Filters.eq("status", "REGISTERED");
		if (audience.isEveryone()) {
			return registered;
		}
		List<Bson> either = new ArrayList<>();
		if (!audience.charities().isEmpty()) {
			either.add(Filters.in("_id", audience.charities()));
		}
		if (audience.hasCriteria()) {
			List<Bson> all = new ArrayList<>();
			given("kind", audience.kinds(), all);
			given("fields", audience.fields(), all);
			given("region", audience.regions(), all);
			either.add(Filters.and(all));
		}
		return Filters.and(registered, Filters.or(either));
	}

	private static void given(String field, Set<String> values, List<Bson> all) {
		if (!values.isEmpty()) {
			all.add(Filters.in(field, values));
		}
	}

	@Override
	public Map<String, BilingualText> names(Set<String> ids) {
		Map<String, BilingualText> names = new HashMap<>();
		this.collection.find(Filters.in("_id", ids)).projection(Projections.include("name")).forEach((document) -> {
			Document name = document.get("name", Document.class);
			names.put(document.getString("_id"), new BilingualText(name.getString("ar"), name.getString("en")));
		});
		return names;
	}

}
