package org.sharaka.notification.notice.mongo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sharaka.notification.delivery.Receipt;
import org.sharaka.notification.notice.ReceiptBook;
import org.springframework.stereotype.Repository;

/**
 * One document per message at a provider, {@code _id} its provider and message id. Hot
 * queries: by {@code _id}; by {@code notice} (index). Kept for 30 days: no provider
 * reports later, and providers use their message ids again.
 */
@Repository
class MongoReceiptBook implements ReceiptBook {

	private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

	private final MongoCollection<Document> collection;

	private final Clock clock;

	MongoReceiptBook(MongoDatabase database, Clock clock) {
		this.collection = database.getCollection("receipts");
		this.clock = clock;
		this.collection.createIndex(Indexes.ascending("notice"));
		this.collection.createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(30L, TimeUnit.DAYS));
	}

	@Override
	public void expect(Collection<Part> parts) {
		Date now = Date.from(this.clock.instant());
		this.collection.bulkWrite(parts.stream()
			.map((part) -> new UpdateOneModel<Document>(byId(part.provider(), part.messageId()),
					Updates.combine(Updates.set("notice", part.noticeId()), Updates.set("attempt", part.attempt()),
							Updates.set("parts", part.parts()), Updates.set("at", now)),
					UPSERT))
			.toList(), new BulkWriteOptions().ordered(false));
	}

	@Override
	public Optional<String> keep(Receipt receipt) {
		Bson id = byId(receipt.provider(), receipt.messageId());
		this.collection.updateOne(id, Updates.setOnInsert("at", Date.from(this.clock.instant())), UPSERT);
		this.collection.updateOne(Filters.and(id, Filters.exists("state", false)),
				Updates.set("state", receipt.state().name()));
		return Optional.ofNullable(this.collection.find(id).first()).map((document) -> document.getString("notice"));
	}

	@Override
	public Set<String> withReceipts(Collection<String> noticeIds) {
		Set<String> notices = new HashSet<>();
		this.collection.find(Filters.and(Filters.in("notice", noticeIds), Filters.exists("state")))
			.projection(Projections.include("notice"))
			.forEach((document) -> notices.add(document.getString("notice")));
		return notices;
	}

	@Override
	public List<Part> partsOf(String noticeId) {
		return this.collection.find(Filters.eq("notice", noticeId)).map(MongoReceiptBook::part).into(new ArrayList<>());
	}

	private static Bson byId(String provider, String messageId) {
		return Filters.eq("_id", provider + ":" + messageId);
	}

	private static Part part(Document document) {
		String id = document.getString("_id");
		int colon = id.indexOf(':');
		return new Part(id.substring(0, colon), id.substring(colon + 1), document.getString("notice"),
				document.getInteger("attempt"), document.getInteger("parts"), state(document.getString("state")));
	}

	private static Receipt.@Nullable State state(@Nullable String name) {
		return (name != null) ? Receipt.State.valueOf(name) : null;
	}

}
