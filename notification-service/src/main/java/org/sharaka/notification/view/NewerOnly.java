package org.sharaka.notification.view;

import java.util.List;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Upserts that are guarded by the {@code sequence} of the document. One that is not newer
 * finds no document to change, tries to insert, and meets the one that is there. So does
 * a newer one that loses a race of two first insertions; therefore what met a document is
 * tried once more, as a change only.
 */
public final class NewerOnly {

	private NewerOnly() {
	}

	/** Changes or adds the document if {@code sequence} is higher than its own. */
	public static UpdateOneModel<Document> upsert(String id, long sequence, Bson change) {
		return new UpdateOneModel<>(Filters.and(Filters.eq("_id", id), Filters.lt("sequence", sequence)),
				Updates.combine(change, Updates.set("sequence", sequence)), new UpdateOptions().upsert(true));
	}

	/**
	 * Writes all in one command, in no particular order, or in two if documents were met.
	 * @param upserts at most one per document
	 */
	public static void write(MongoCollection<Document> collection, List<UpdateOneModel<Document>> upserts) {
		if (upserts.isEmpty()) {
			return;
		}
		BulkWriteOptions unordered = new BulkWriteOptions().ordered(false);
		try {
			collection.bulkWrite(upserts, unordered);
		}
		catch (MongoBulkWriteException ex) {
			boolean onlyMet = ex.getWriteConcernError() == null && ex.getWriteErrors()
				.stream()
				.allMatch((error) -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
			if (!onlyMet) {
				throw ex;
			}
			collection.bulkWrite(ex.getWriteErrors()
				.stream()
				.map((error) -> upserts.get(error.getIndex()))
				.map((met) -> new UpdateOneModel<Document>(met.getFilter(), met.getUpdate()))
				.toList(), unordered);
		}
	}

}
