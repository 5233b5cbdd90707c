package org.sharaka.notification.notice.mongo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.sharaka.notification.delivery.Receipt;
import org.sharaka.notification.notice.DeliveryReceipts;

/**
 * One document per message at a provider, {@code _id} its provider and message id; all
 * queries are by {@code _id}. Kept for 30 days: no provider reports later, and providers
 * use their message ids again.
 */
class MongoDeliveryReceipts implements DeliveryReceipts {

	private final MongoCollection<Document> collection;

	private final Clock clock;

	MongoDeliveryReceipts(MongoDatabase database, Clock clock) {
		this.collection = database.getCollection("receipts");
		this.clock = clock;
		this.collection.createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(30L, TimeUnit.DAYS));
	}

	@Override
	public void expect(Collection<Part> parts) {
		Date now = Date.from(this.clock.instant());
		this.collection.bulkWrite(parts.stream()
			.map((part) -> new UpdateOneModel<Document>(Filters.eq("_id", text(part.id())),
					Updates.combine(Updates.set("notice", part.noticeId()), Updates.set("attempt", part.attempt()),
							Updates.set("siblings", part.siblings().stream().map(MongoDeliveryReceipts::text).toList()),
							Updates.set("at", now)),
					new UpdateOptions().upsert(true)))
			.toList(), new BulkWriteOptions().ordered(false));
	}

	/**
	 * {@code $min} prefers {@code DELIVERED}, the first final state in alphabetical
	 * order.
	 */
	@Override
	public Optional<Part> record(Receipt receipt) {
		Document kept = this.collection.findOneAndUpdate(
				Filters.eq("_id", text(new PartId(receipt.provider(), receipt.messageId()))),
				Updates.combine(Updates.min("state", receipt.state().name()),
						Updates.setOnInsert("at", Date.from(this.clock.instant()))),
				new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
		return Optional.ofNullable(kept).filter(MongoDeliveryReceipts::isExpected).map(MongoDeliveryReceipts::part);
	}

	@Override
	public List<Part> find(Collection<PartId> ids) {
		return this.collection.find(Filters.in("_id", ids.stream().map(MongoDeliveryReceipts::text).toList()))
			.into(new ArrayList<>())
			.stream()
			.filter(MongoDeliveryReceipts::isExpected)
			.map(MongoDeliveryReceipts::part)
			.toList();
	}

	private static boolean isExpected(Document document) {
		return document.containsKey("notice");
	}

	private static String text(PartId id) {
		return id.provider() + ":" + id.messageId();
	}

	private static PartId id(String text) {
		int colon = text.indexOf(':');
		return new PartId(text.substring(0, colon), text.substring(colon + 1));
	}

	private static Part part(Document document) {
		return new Part(id(document.getString("_id")), document.getString("notice"), document.getInteger("attempt"),
				document.getList("siblings", String.class).stream().map(MongoDeliveryReceipts::id).toList(),
				state(document.getString("state")));
	}

	private static Receipt.@Nullable State state(@Nullable String name) {
		return (name != null) ? Receipt.State.valueOf(name) : null;
	}

}
