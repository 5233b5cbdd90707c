package org.sharaka.chassis.web.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.id.Ids;

/**
 * The keys of the collection {@code idempotencyKeys}. The unique {@code _id} decides
 * which request is first. A key that expired, was released, or whose lease ended is taken
 * over by one update that is conditional on the token last seen. Keys are found by
 * {@code _id} only; the TTL index on {@code expiresAt} only removes old ones.
 * Thread-safe.
 */
public final class IdempotencyKeys {

	static final String COLLECTION = "idempotencyKeys";

	private static final int MAX_ATTEMPTS = 10;

	private final MongoCollection<Document> keys;

	private final Clock clock;

	private final Ids ids;

	private final Duration retention;

	private final Duration lease;

	/**
	 * @param retention how long a response can be replayed
	 * @param lease how long an execution may run before another may take it over
	 */
	public IdempotencyKeys(MongoDatabase database, Clock clock, Ids ids, Duration retention, Duration lease) {
		this.keys = database.getCollection(COLLECTION);
		this.clock = clock;
		this.ids = ids;
		this.retention = retention;
		this.lease = lease;
	}

	/** Lets the server remove expired keys, where it can; safe to repeat. */
	public void createIndexes() {
		this.keys.createIndex(Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
	}

	Attempt begin(RequestFingerprint request) {
		for (int attempts = 0; attempts < MAX_ATTEMPTS; attempts++) {
			String token = this.ids.newId();
			if (insert(request, token)) {
				return new Attempt.Execute(token);
			}
			Document found = this.keys.find(Filters.eq("_id", request.id())).first();
			Attempt attempt = (found != null) ? decide(request, found, token) : null;
			if (attempt != null) {
				return attempt;
			}
		}
		return new Attempt.InProgress();
	}

	/** Stores the response, unless another request has taken the key over. */
	void finish(RequestFingerprint request, String token, StoredAnswer answer) {
		Document set = new Document("state", State.DONE.name()).append("status", answer.status())
			.append("headers", new Document(new LinkedHashMap<>(answer.headers())))
			.append("body", new Binary(answer.body()));
		this.keys.updateOne(held(request.id(), token), new Document("$set", set));
	}

	/** Allows the same request again; another body is still refused. */
	void release(RequestFingerprint request, String token) {
		this.keys.updateOne(held(request.id(), token),
				new Document("$set", new Document("state", State.RELEASED.name())));
	}

	private enum State {

		RUNNING, RELEASED, DONE

	}

	private boolean insert(RequestFingerprint request, String token) {
		try {
			this.keys.insertOne(running(request, token).append("_id", request.id()));
			return true;
		}
		catch (MongoWriteException ex) {
			if (ex.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
				return false;
			}
			throw ex;
		}
	}

	/**
	 * Null if another request changed the key meanwhile, so that it must be read again.
	 */
	private @Nullable Attempt decide(RequestFingerprint request, Document found, String token) {
		Instant now = this.clock.instant();
		boolean expired = !instant(found, "expiresAt").isAfter(now);
		if (!expired && !request.request().equals(found.getString("request"))) {
			return new Attempt.KeyReused();
		}
		State state = State.valueOf(found.getString("state"));
		if (!expired && state == State.DONE) {
			return new Attempt.Repeat(answer(found));
		}
		boolean running = state == State.RUNNING && instant(found, "startedAt").plus(this.lease).isAfter(now);
		if (!expired && running) {
			return new Attempt.InProgress();
		}
		return takeOver(request, found.getString("token"), token) ? new Attempt.Execute(token) : null;
	}

	private boolean takeOver(RequestFingerprint request, String seenToken, String token) {
		Document update = new Document("$set", running(request, token)).append("$unset",
				new Document("status", "").append("headers", "").append("body", ""));
		return this.keys.updateOne(held(request.id(), seenToken), update).getModifiedCount() == 1;
	}

	private Document running(RequestFingerprint request, String token) {
		Instant now = this.clock.instant();
		return new Document("request", request.request()).append("state", State.RUNNING.name())
			.append("token", token)
			.append("startedAt", Date.from(now))
			.append("expiresAt", Date.from(now.plus(this.retention)));
	}

	private static Bson held(String id, String token) {
		return Filters.and(Filters.eq("_id", id), Filters.eq("token", token));
	}

	private static StoredAnswer answer(Document found) {
		Map<String, String> headers = new LinkedHashMap<>();
		found.get("headers", new Document()).forEach((name, value) -> headers.put(name, value.toString()));
		return new StoredAnswer(found.getInteger("status"), headers, found.get("body", Binary.class).getData());
	}

	private static Instant instant(Document found, String field) {
		return found.getDate(field).toInstant();
	}

}
