package org.sharaka.notification.charity.mongo;

import java.util.ArrayList;
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
import org.sharaka.chassis.mongo.DocumentMapper;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.view.Change;
import org.sharaka.chassis.view.SequencedView;
import org.sharaka.notification.charity.Audience;
import org.sharaka.notification.charity.Charities;
import org.sharaka.notification.charity.Charity;

/**
 * Hot queries: by {@code _id}; the registered ones by kind and region (index
 * {@code status, region, kind}).
 */
class MongoCharities implements Charities {

	private final MongoCollection<Charity> collection;

	private final SequencedView view;

	MongoCharities(MongoDatabase database) {
		this.collection = database.getCollection("charities", Charity.class)
			.withCodecRegistry(new DocumentMapper().registry());
		this.view = new SequencedView(this.collection);
		this.collection.createIndex(Indexes.ascending("status", "region", "kind"));
	}

	@Override
	public void apply(List<Charity> charities) {
		this.view.apply(charities.stream()
			.map((charity) -> new Change(charity.id(), charity.sequence(), charity.changedAt(), charity))
			.toList());
	}

	@Override
	public Set<String> findUnknown(Set<String> ids) {
		if (ids.isEmpty()) {
			return Set.of();
		}
		Set<String> unknown = new HashSet<>(ids);
		this.collection.withDocumentClass(Document.class)
			.find(Filters.in("_id", ids))
			.projection(Projections.include("_id"))
			.forEach((document) -> unknown.remove(document.getString("_id")));
		return unknown;
	}

	@Override
	public void findRecipients(Audience audience, int chunk, Consumer<List<String>> ids) {
		List<String> next = new ArrayList<>(chunk);
		try (MongoCursor<Document> cursor = this.collection.withDocumentClass(Document.class)
			.find(filter(audience))
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
			addIfGiven("kind", audience.kinds(), all);
			addIfGiven("fields", audience.fields(), all);
			addIfGiven("region", audience.regions(), all);
			either.add(Filters.and(all));
		}
		return Filters.and(registered, Filters.or(either));
	}

	private static void addIfGiven(String field, Set<String> values, List<Bson> all) {
		if (!values.isEmpty()) {
			all.add(Filters.in(field, values));
		}
	}

	@Override
	public Map<String, BilingualText> names(Set<String> ids) {
		Map<String, BilingualText> names = new HashMap<>();
		this.collection.find(Filters.in("_id", ids)).forEach((charity) -> names.put(charity.id(), charity.name()));
		return names;
	}

}
