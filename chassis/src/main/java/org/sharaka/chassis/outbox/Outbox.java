package org.sharaka.chassis.outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import com.mongodb.MongoClientSettings;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.event.Contracts;
import org.sharaka.chassis.event.Topics;
import org.sharaka.chassis.id.Ids;
import org.sharaka.chassis.trace.Trace;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes outbox entries out of new events, and knows the relay of this process.
 * Thread-safe.
 */
public final class Outbox {

	/**
	 * A record that the broker's default limit (1 MiB with headers) would refuse must not
	 * get into an outbox.
	 */
	static final int MAX_EVENT_BYTES = 900 * 1024;

	/** About what an entry takes up beside its data and its state. */
	private static final long ENVELOPE_BYTES = 600;

	private static final Codec<Document> DOCUMENTS = MongoClientSettings.getDefaultCodecRegistry().get(Document.class);

	private final Topics topics;

	private final Ids ids;

	private final Clock clock;

	private final JsonMapper json = JsonMapper.builder().build();

	private volatile RelayHandle relay = RelayHandle.NO_RELAY;

	public Outbox(Topics topics, Ids ids, Clock clock) {
		this.topics = topics;
		this.ids = ids;
		this.clock = clock;
	}

	/** The time of a change, to the millisecond: what MongoDB keeps. */
	Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/**
	 * The entries for the events of one change.
	 * @param version the aggregate's version before the change
	 * @param origin null if the aggregate has no history
	 * @throws IllegalArgumentException if an event is too large for Kafka, or its type
	 * has no topic
	 */
	List<PendingEvent> entries(String aggregateId, long version, List<NewEvent> events, @Nullable ChangeOrigin origin) {
		if (events.isEmpty()) {
			return List.of();
		}
		Instant now = now();
		String traceparent = Trace.current().traceparent();
		long stateBytes = (origin != null) ? new RawBsonDocument(origin.state(), DOCUMENTS).getByteBuffer().remaining()
				: 0;
		List<PendingEvent> entries = new ArrayList<>(events.size());
		for (NewEvent event : events) {
			int index = entries.size();
			long sequence = version + index + 1;
			byte @Nullable [] data = data(event);
			long bytes = ENVELOPE_BYTES + stateBytes + ((data != null) ? data.length : 0);
			entries.add(new PendingEvent(this.ids.newId(), event.type(), this.topics.ofType(event.type()).name(),
					(event.key() != null) ? event.key() : aggregateId, aggregateId, now, sequence, traceparent, data,
					bytes, (origin != null) ? origin.historyPart(aggregateId, sequence, index, event, now) : null));
		}
		checkTogether(aggregateId, entries);
		return entries;
	}

	private static void checkTogether(String aggregateId, List<PendingEvent> entries) {
		long bytes = entries.stream().mapToLong(PendingEvent::bytes).sum();
		if (bytes > AggregateCollection.MAX_OUTBOX_BYTES) {
			throw new IllegalArgumentException("one change of aggregate " + aggregateId + " has events of " + bytes
					+ " bytes, which its outbox could never hold");
		}
	}

	private byte @Nullable [] data(NewEvent event) {
		Contracts.schemaOf(event.type());
		if (event.data() == null) {
			return null;
		}
		byte[] data = this.json.writeValueAsBytes(event.data());
		if (data.length > MAX_EVENT_BYTES) {
			throw new IllegalArgumentException("an event " + event.type() + " of " + data.length
					+ " bytes is larger than " + MAX_EVENT_BYTES + " and could never be published");
		}
		return data;
	}

	/** For the history: where a change comes from, and the state that it leads to. */
	record ChangeOrigin(CommandContext context, Document state) {

		private PendingEvent.HistoryPart historyPart(String aggregateId, long sequence, int index, NewEvent event,
				Instant now) {
			return new PendingEvent.HistoryPart(this.context.actor(), this.context.commandId(),
					this.context.repeatable()
							? HistoryCollection.commandKey(aggregateId, this.context.commandId(), index)
							: HistoryCollection.entryId(aggregateId, sequence),
					(event.effectiveAt() != null) ? event.effectiveAt() : now, this.state, event.erasedFields());
		}

	}

	Ids ids() {
		return this.ids;
	}

	/** The relay of this process. */
	RelayHandle relay() {
		return this.relay;
	}

	void publishedBy(RelayHandle publishing) {
		this.relay = publishing;
	}

}
