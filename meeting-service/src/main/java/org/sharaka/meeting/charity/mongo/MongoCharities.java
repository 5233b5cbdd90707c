package org.sharaka.meeting.charity.mongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.mongo.DocumentMapper;
import org.sharaka.chassis.mongo.TextCodec;
import org.sharaka.chassis.view.Change;
import org.sharaka.chassis.view.SequencedView;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.charity.CharityStatus;
import org.sharaka.meeting.charity.Criteria;
import org.sharaka.meeting.charity.Field;
import org.sharaka.meeting.charity.Kind;
import org.sharaka.meeting.charity.ViewUpdates;

/** Collection {@code charities}: the components of {@link Charity} in a view. */
final class MongoCharities implements Charities {

	private static final List<String> WITHOUT_STANDING = EnumSet.allOf(CharityStatus.class)
		.stream()
		.filter(CharityStatus::endsStanding)
		.map(Enum::name)
		.toList();

	private static final DocumentMapper MAPPER = new DocumentMapper(new TextCodec<>(Kind.class, Kind::code, Kind::new),
			new TextCodec<>(Field.class, Field::code, Field::new));

	private final MongoCollection<Document> collection;

	private final SequencedView view;

	private final ViewUpdates viewUpdates;

	MongoCharities(MongoDatabase database, ViewUpdates viewUpdates) {
		this.collection = database.getCollection("charities");
		this.view = new SequencedView(this.collection);
		this.viewUpdates = viewUpdates;
		// audiences by criteria, in the order of ids; and all without standing
		this.collection.createIndex(Indexes.ascending("status", "_id"));
		this.collection.createIndex(Indexes.ascending("status", "region", "kind", "_id"));
	}

	@Override
	public void apply(Collection<Charity> states) {
		if (!states.isEmpty()) {
			this.view.apply(states.stream().map(MongoCharities::change).toList());
			this.viewUpdates.signal();
		}
	}

	private static Change change(Charity charity) {
		Document state = MAPPER.toDocument(charity);
		state.values().removeIf((value) -> value == null);
		state.remove("id");
		return new Change(charity.id(), charity.sequence(), charity.changedAt(), state);
	}

	@Override
	public Map<String, Charity> findAll(Collection<String> ids) {
		Map<String, Charity> found = new LinkedHashMap<>();
		if (!ids.isEmpty()) {
			// no other condition: the embedded server would read all charities
			this.collection.find(Filters.in("_id", ids)).forEach((document) -> {
				if (!SequencedView.isDeleted(document)) {
					found.put(document.getString("_id"), charity(document));
				}
			});
		}
		return found;
	}

	@Override
	public List<Charity> withoutStanding(Collection<String> ids) {
		return findAll(ids).values().stream().filter((charity) -> charity.lostStanding().isPresent()).toList();
	}

	@Override
	public List<Charity> withoutStanding(@Nullable String afterId, int limit) {
		return find(after(Filters.in("status", WITHOUT_STANDING), afterId), limit);
	}

	@Override
	public int countRegistered(Criteria criteria) {
		return criteria.isEmpty() ? 0 : Math.toIntExact(this.collection.countDocuments(filter(criteria)));
	}

	@Override
	public List<Charity> registered(Criteria criteria, @Nullable String afterId, int limit) {
		return criteria.isEmpty() ? List.of() : find(after(filter(criteria), afterId), limit);
	}

	private static Bson filter(Criteria criteria) {
		List<Bson> conditions = new ArrayList<>(List.of(Filters.eq("status", CharityStatus.REGISTERED.name())));
		addIn(conditions, "kind", criteria.kinds(), Kind::code);
		addIn(conditions, "fields", criteria.fields(), Field::code);
		addIn(conditions, "region", criteria.regions(), Function.identity());
		return Filters.and(conditions);
	}

	private static <T> void addIn(List<Bson> conditions, String name, Set<T> values, Function<T, String> code) {
		if (!values.isEmpty()) {
			conditions.add(Filters.in(name, values.stream().map(code).toList()));
		}
	}

	private static Bson after(Bson filter, @Nullable String afterId) {
		return (afterId != null) ? Filters.and(filter, Filters.gt("_id", afterId)) : filter;
	}

	private List<Charity> find(Bson filter, int limit) {
		return this.collection.find(Filters.and(filter, Filters.exists("status")))
			.sort(Sorts.ascending("_id"))
			.limit(limit)
			.map(MongoCharities::charity)
			.into(new ArrayList<>());
	}

	private static Charity charity(Document document) {
		return MAPPER.fromDocument(document.append("id", document.getString("_id")), Charity.class);
	}

}
