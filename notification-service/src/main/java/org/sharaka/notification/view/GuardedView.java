package org.sharaka.notification.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.mongo.DuplicateKeys;

/**
 * A collection whose documents are changed by events only, each guarded by its
 * {@code sequence}: a change is decided on the sequence that was read, is filtered on
 * just that one, and is decided again if somebody was faster. So an older event never
 * undoes a newer one, in whatever order and however often they come.
 */
public final class GuardedView {

	private final MongoCollection<Document> collection;

	public GuardedView(MongoCollection<Document> collection) {
		this.collection = collection;
		// serves the filter also where a server knows only indexes over exactly its
		// fields
		collection.createIndex(Indexes.ascending("_id", "sequence"), new IndexOptions().unique(true));
	}

	/** What one event does to one document. */
	public interface Change {

		String id();

		/**
		 * The fields to set, {@code sequence} among them; null if the document has seen
		 * this or newer.
		 * @param current the document as it is, without its larger fields; null if there
		 * is none
		 */
		@Nullable Document fields(@Nullable Document current);

	}

	/**
	 * Applies changes, those of one document in their order: a find and a bulk for all,
	 * and once more for each further change of a document and each race that was lost.
	 * @param guards the fields that changes look at, beside {@code sequence}
	 */
	public void apply(List<? extends Change> changes, String... guards) {
		List<Change> open = new ArrayList<>(changes);
		while (!open.isEmpty()) {
			Map<String, Change> first = new HashMap<>();
			open.forEach((change) -> first.putIfAbsent(change.id(), change));
			Map<String, Document> current = new HashMap<>();
			this.collection.find(Filters.in("_id", first.keySet()))
				.projection(Projections.fields(Projections.include("sequence"), Projections.include(guards)))
				.forEach((document) -> current.put(document.getString("_id"), document));
			List<WriteModel<Document>> writes = new ArrayList<>();
			Set<Change> done = Collections.newSetFromMap(new IdentityHashMap<>());
			for (Change change : first.values()) {
				Document now = current.get(change.id());
				Document fields = change.fields(now);
				if (fields == null) {
					done.add(change);
				}
				else if (now == null) {
					Document added = new Document("_id", change.id());
					added.putAll(fields);
					writes.add(new InsertOneModel<>(added));
				}
				else {
					writes.add(new UpdateOneModel<>(
							new Document("_id", change.id()).append("sequence", now.getLong("sequence")),
							new Document("$set", fields)));
				}
			}
			open.removeIf(done::contains);
			write(writes);
		}
	}

	/** Who meets a document that was inserted in between decides again. */
	private void write(List<WriteModel<Document>> writes) {
		if (writes.isEmpty()) {
			return;
		}
		try {
			this.collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
		}
		catch (MongoBulkWriteException ex) {
			DuplicateKeys.in(ex);
		}
	}

}
