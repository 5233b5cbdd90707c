package org.sharaka.chassis.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.history.History;
import org.sharaka.chassis.history.HistoryEntry;

/**
 * Reads the history from the history collection and from the outbox, where the latest
 * events wait. The outbox is read first: an event that leaves it in between is in the
 * collection already.
 *
 * @param <A> the aggregate
 */
final class MongoHistory<A> implements History<A> {

	private final AggregateCollection aggregates;

	private final HistoryCollection history;

	private final Function<Document, A> fromDocument;

	MongoHistory(AggregateCollection aggregates, HistoryCollection history, Function<Document, A> fromDocument) {
		this.aggregates = aggregates;
		this.history = history;
		this.fromDocument = fromDocument;
	}

	@Override
	public List<HistoryEntry<A>> entries(String id, long after, int limit) {
		List<Document> pending = this.aggregates.pendingEvents(id);
		TreeMap<Long, Document> bySequence = new TreeMap<>();
		add(bySequence, pending);
		if (after > 0) {
			add(bySequence, this.history.lastUpTo(id, after));
		}
		add(bySequence, this.history.after(id, after, limit));
		List<HistoryEntry<A>> entries = new ArrayList<>();
		Document before = Optional.ofNullable(bySequence.floorEntry(after))
			.map((entry) -> entry.getValue())
			.orElse(null);
		for (Document entry : bySequence.tailMap(after, false).values()) {
			if (entries.size() == limit) {
				break;
			}
			entries.add(entry(id, before, entry));
			before = entry;
		}
		return entries;
	}

	private static void add(TreeMap<Long, Document> bySequence, Collection<Document> entries) {
		for (Document entry : entries) {
			if (entry.containsKey("state")) {
				bySequence.put(entry.getLong("sequence"), entry);
			}
		}
	}

	private HistoryEntry<A> entry(String id, @Nullable Document before, Document entry) {
		return new HistoryEntry<>(sequence(entry), entry.getString("type"), (before != null) ? state(id, before) : null,
				state(id, entry), entry.getString("actor"), entry.getString("commandId"), time(entry, "recordedAt"),
				time(entry, "effectiveAt"));
	}

	private A state(String id, Document entry) {
		return aggregate(id, sequence(entry), entry.get("state", Document.class));
	}

	private A aggregate(String id, long version, Document fields) {
		Document document = new Document("_id", id).append("version", version);
		document.putAll(fields);
		return this.fromDocument.apply(document);
	}

	@Override
	public Optional<A> stateAt(String id, Instant asAt, Instant knownAt) {
		TreeMap<Long, Document> bySequence = new TreeMap<>();
		add(bySequence, this.aggregates.pendingEvents(id));
		add(bySequence, this.history.after(id, 0, Integer.MAX_VALUE));
		List<Change> changes = new ArrayList<>();
		Document before = new Document();
		for (Document entry : bySequence.values()) {
			Document after = entry.get("state", Document.class);
			if (!time(entry, "recordedAt").isAfter(knownAt) && !time(entry, "effectiveAt").isAfter(asAt)) {
				changes.add(new Change(sequence(entry), time(entry, "effectiveAt"), changed(before, after)));
			}
			before = after;
		}
		if (changes.isEmpty() || changes.getFirst().sequence() != bySequence.firstKey()) {
			return Optional.empty();
		}
		long version = changes.getLast().sequence();
		Document fields = new Document(changes.removeFirst().fields());
		changes.sort(Comparator.comparing(Change::effectiveAt).thenComparing(Change::sequence));
		changes.forEach((change) -> fields.putAll(change.fields()));
		return Optional.of(aggregate(id, version, fields));
	}

	/**
	 * What an event changed.
	 *
	 * @param fields with their new values, null for a field that was erased
	 */
	private record Change(long sequence, Instant effectiveAt, Document fields) {
	}

	private static Document changed(Document before, Document after) {
		Set<String> names = new HashSet<>(before.keySet());
		names.addAll(after.keySet());
		Document fields = new Document();
		for (String name : names) {
			if (!Objects.equals(before.get(name), after.get(name))) {
				fields.append(name, after.get(name));
			}
		}
		return fields;
	}

	private static long sequence(Document entry) {
		return entry.getLong("sequence");
	}

	private static Instant time(Document entry, String field) {
		return entry.getDate(field).toInstant();
	}

	@Override
	public void erase(String id, String... fields) {
		this.history.erase(id, List.of(fields));
	}

}
