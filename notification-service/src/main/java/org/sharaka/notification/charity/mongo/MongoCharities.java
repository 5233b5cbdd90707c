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
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.notification.charity.Audience;
import org.sharaka.notification.charity.Charities;
import org.sharaka.notification.charity.Charity;
import org.sharaka.notification.view.GuardedView;
import org.springframework.stereotype.Repository;

/**
 * Hot queries: by {@code _id}; the registered ones by kind and region (index
 * {@code status, region, kind}).
 */
@Repository
class MongoCharities implements Charities {

	private final MongoCollection<Document> collection;

	private final GuardedView view;

	MongoCharities(MongoDatabase database) {
		this.collection = database.getCollection("charities");
		this.view = new GuardedView(this.collection);
		this.collection.createIndex(Indexes.ascending("status", "region", "kind"));
	}

	@Override
	public void update(Collection<Charity> charities) {
		this.view.apply(charities.stream().map(Told::new).toList());
	}

	private record Told(Charity charity) implements GuardedView.Change {

		@Override
		public String id() {
			return this.charity.id();
		}

		@Override
		public @Nullable Document fields(@Nullable Document current) {
			if (current != null && current.getLong("sequence") >= this.charity.sequence()) {
				return null;
			}
			return new Document("sequence", this.charity.sequence()).append("status", this.charity.status())
				.append("kind", this.charity.kind())
				.append("fields", List.copyOf(this.charity.fields()))
				.append("region", this.charity.region())
				.append("name", new Document("ar", this.charity.name().ar()).append("en", this.charity.name().en()));
		}

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
