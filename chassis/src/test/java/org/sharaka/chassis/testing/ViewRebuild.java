package org.sharaka.chassis.testing;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.sharaka.chassis.consumer.EventConsumer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proves that a view can be rebuilt from its topic: empties it, hands all records of the
 * topic to the view's consumer again, and compares the documents. The view must not
 * change in the meantime. Markers of deletions are not compared, since the tombstones
 * that they come from may be compacted away.
 */
public final class ViewRebuild {

	private ViewRebuild() {
	}

	/**
	 * Rebuilds a view.
	 * @throws AssertionError if a document differs from that of the live view
	 */
	public static void assertSameDocuments(EventConsumer consumer, MongoCollection<Document> view) {
		List<Document> live = documents(view);
		view.deleteMany(Filters.empty());
		try (PublishedEvents topic = new PublishedEvents(TestInfrastructure.kafka(), List.of(consumer.topic()))) {
			consumer.accept(topic.records());
		}
		assertThat(documents(view)).as("the rebuilt view").isEqualTo(live);
	}

	private static List<Document> documents(MongoCollection<Document> view) {
		return view.find()
			.sort(Sorts.ascending("_id"))
			.into(new ArrayList<>())
			.stream()
			.filter((document) -> !document.containsKey("deleted"))
			.toList();
	}

}
