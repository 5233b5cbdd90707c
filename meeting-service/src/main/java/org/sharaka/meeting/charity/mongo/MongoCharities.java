package org.sharaka.meeting.charity.mongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.mongo.DuplicateKeys;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.meeting.charity.CatchUp;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.charity.CharityStatus;
import org.sharaka.meeting.charity.Criteria;
import org.sharaka.meeting.charity.Field;
import org.sharaka.meeting.charity.Kind;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code charities}: {@code _id}, {@code status}, {@code kind},
 * {@code fields}, {@code region}, {@code name}, {@code registrationNumber},
 * {@code sequence}.
 */
@Repository
class MongoCharities implements Charities {

	private static final List<String> WITHOUT_STANDING = EnumSet.allOf(CharityStatus.class)
		.stream()
		.filter(CharityStatus::endsStanding)
		.map(Enum::name)
		.toList();

	private final MongoCollection<Document> collection;

	private final CatchUp catchUp;

	MongoCharities(MongoDatabase database, CatchUp catchUp) {
		this.collection = database.getCollection("charities");
		this.catchUp = catchUp;
		// whom to invite by criteria; and all without standing
		this.collection.createIndex(Indexes.ascending("status", "region", "kind"));
		this.collection.createIndex(Indexes.ascending("status", "_id"));
	}

	/**
	 * An upsert that finds its charity only if what is there is older. If it is newer the
	 * upsert turns into an insertion of an id that is taken, which is refused: that is
	 * the guard, not a failure.
	 */
	@Override
	public void learn(Collection<Charity> states) {
		if (states.isEmpty()) {
			return;
		}
		List<UpdateOneModel<Document>> writes = states.stream().map(MongoCharities::upsert).toList();
		try {
			this.collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
		}
		catch (MongoBulkWriteException ex) {
			DuplicateKeys.in(ex);
		}
		this.catchUp.changed();
	}

	private static UpdateOneModel<Document> upsert(Charity charity) {
		Bson older = Filters.and(Filters.eq("_id", charity.id()), Filters.lt("sequence", charity.sequence()));
		Document name = new Document("ar", charity.name().ar());
		if (charity.name().en() != null) {
			name.append("en", charity.name().en());
		}
		Document state = new Document("status", charity.status().name()).append("kind", charity.kind().name())
			.append("fields", charity.fields().stream().map(Enum::name).sorted().toList())
			.append("region", charity.region())
			.append("name", name)
			.append("registrationNumber", charity.registrationNumber())
			.append("sequence", charity.sequence());
		return new UpdateOneModel<>(older, new Document("$set", state), new UpdateOptions().upsert(true));
	}

	@Override
	public Map<String, Charity> findAll(Collection<String> ids) {
		Map<String, Charity> found = new LinkedHashMap<>();
		if (!ids.isEmpty()) {
			find(Filters.in("_id", ids), Integer.MAX_VALUE).forEach((charity) -> found.put(charity.id(), charity));
		}
		return found;
	}

	@Override
	public List<Charity> withoutStanding(Collection<String> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		return find(Filters.and(Filters.in("_id", ids), Filters.in("status", WITHOUT_STANDING)), Integer.MAX_VALUE);
	}

	@Override
	public List<Charity> withoutStanding(@Nullable String afterId, int limit) {
		Bson without = Filters.in("status", WITHOUT_STANDING);
		return find((afterId != null) ? Filters.and(without, Filters.gt("_id", afterId)) : without, limit);
	}

	@Override
	public List<Charity> registered(Criteria criteria, int limit) {
		if (criteria.isEmpty()) {
			return List.of();
		}
		List<Bson> conditions = new ArrayList<>();
		conditions.add(Filters.eq("status", CharityStatus.REGISTERED.name()));
		if (!criteria.kinds().isEmpty()) {
			conditions.add(Filters.in("kind", names(criteria.kinds())));
		}
		if (!criteria.fields().isEmpty()) {
			conditions.add(Filters.in("fields", names(criteria.fields())));
		}
		if (!criteria.regions().isEmpty()) {
			conditions.add(Filters.in("region", criteria.regions()));
		}
		return find(Filters.and(conditions), limit);
	}

	private static List<String> names(Set<? extends Enum<?>> constants) {
		return constants.stream().map(Enum::name).toList();
	}

	private List<Charity> find(Bson filter, int limit) {
		return this.collection.find(filter)
			.sort(Sorts.ascending("_id"))
			.limit(limit)
			.map(MongoCharities::charity)
			.into(new ArrayList<>());
	}

	private static Charity charity(Document document) {
		Document name = document.get("name", Document.class);
		return new Charity(document.getString("_id"), CharityStatus.valueOf(document.getString("status")),
				Kind.valueOf(document.getString("kind")),
				document.getList("fields", String.class).stream().map(Field::valueOf).collect(Collectors.toSet()),
				document.getString("region"), new BilingualText(name.getString("ar"), name.getString("en")),
				document.getString("registrationNumber"), document.getLong("sequence"));
	}

}
