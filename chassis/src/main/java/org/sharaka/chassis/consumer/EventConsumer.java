package org.sharaka.chassis.consumer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.event.CloudEvents;
import org.sharaka.chassis.event.Contracts;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.event.Topics;
import org.sharaka.chassis.event.InvalidEventException;
import org.sharaka.chassis.log.RedactedException;
import org.sharaka.chassis.trace.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * Takes the batches of records that the binder polls from one topic, and hands the events
 * in them to a handler. Returns when each is handled or is a dead letter; throws, so that
 * the container delivers all of them again, when the database or the broker does not
 * answer.
 *
 * <p>
 * Retries happen here, inside the partition, so that order per key holds, and for a whole
 * batch at once: however many events fail, later ones wait for {@link Retries} only once.
 */
public final class EventConsumer implements Consumer<Message<List<ConsumerRecord<byte[], byte[]>>>>, AutoCloseable {

	/**
	 * @param attempts how often an event is tried in all
	 * @param pause before the second attempt; doubles for each further one
	 */
	public record Retries(int attempts, Duration pause) {

		public static final Retries DEFAULT = new Retries(4, Duration.ofMillis(250));

	}

	private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);

	private final Topics.Topic topic;

	private final EventHandler handler;

	private final Contracts contracts;

	private final DeadLetterTopic deadLetters;

	private final Retries retries;

	private final CountDownLatch closing = new CountDownLatch(1);

	public EventConsumer(Topics.Topic topic, EventHandler handler, Contracts contracts, DeadLetterTopic deadLetters,
			Retries retries) {
		this.topic = topic;
		this.handler = handler;
		this.contracts = contracts;
		this.deadLetters = deadLetters;
		this.retries = retries;
	}

	private record Received(ConsumerRecord<byte[], byte[]> record, Event event) {
	}

	/** The topic's full name. */
	public String topic() {
		return this.topic.name();
	}

	@Override
	public void accept(Message<List<ConsumerRecord<byte[], byte[]>>> message) {
		accept(message.getPayload());
	}

	/** Handles one poll's records, in order. */
	public void accept(List<ConsumerRecord<byte[], byte[]>> records) {
		List<Received> received = new ArrayList<>(records.size());
		for (ConsumerRecord<byte[], byte[]> record : records) {
			try {
				Event event = read(record);
				if (event != null) {
					received.add(new Received(record, event));
				}
			}
			catch (InvalidEventException unusable) {
				this.deadLetters.put(record, unusable, 1);
			}
		}
		if (!received.isEmpty()) {
			settle(received);
		}
	}

	/**
	 * Handles one record again, for a person who replays a dead letter.
	 * @throws InvalidEventException if it still cannot be handled
	 */
	public void replay(ConsumerRecord<byte[], byte[]> record) {
		Event event = read(record);
		if (event != null) {
			handle(List.of(new Received(record, event)));
		}
	}

	/** The event in a record, or {@code null} if its type is nothing to this handler. */
	private @Nullable Event read(ConsumerRecord<byte[], byte[]> record) {
		String type = CloudEvents.typeOf(record);
		if (type != null && !this.handler.types().contains(type)) {
			if (this.topic.inbound() && !type.equals(Event.TOMBSTONE) && !this.topic.types().contains(type)) {
				throw new InvalidEventException("unknown-type", "no event type of this topic: " + printable(type));
			}
			return null;
		}
		Event event = CloudEvents.read(record);
		if (event.data() != null) {
			this.contracts.check(event.type(), event.data());
		}
		return event;
	}

	private static String printable(String type) {
		return type.matches("[A-Za-z0-9._-]{1,120}") ? type : "(unprintable)";
	}

	/**
	 * All at once; and if that fails, one by one, again and again, each key waiting for
	 * its first that failed.
	 */
	private void settle(List<Received> received) {
		try {
			handle(received);
			return;
		}
		catch (RuntimeException ex) {
			throwIfUnavailable(ex);
			log.debug("a batch of {} failed and is taken apart", received.size(), RedactedException.of(ex));
		}
		List<Received> open = received;
		for (int attempt = 1; !open.isEmpty(); attempt++) {
			boolean last = attempt >= this.retries.attempts();
			open = attempt(open, attempt, last);
			if (!open.isEmpty()) {
				pause(attempt);
			}
		}
	}

	private List<Received> attempt(List<Received> open, int attempt, boolean last) {
		List<Received> failed = new ArrayList<>();
		Set<String> waiting = new HashSet<>();
		for (Received one : open) {
			String key = String.valueOf(one.event().key());
			if (waiting.contains(key)) {
				failed.add(one);
				continue;
			}
			try {
				handle(List.of(one));
			}
			catch (InvalidEventException unusable) {
				this.deadLetters.put(one.record(), unusable, attempt);
			}
			catch (RuntimeException ex) {
				throwIfUnavailable(ex);
				if (last) {
					this.deadLetters.put(one.record(), failure(one.record(), ex), attempt);
				}
				else {
					log.warn("{} failed, attempt {}: {}", place(one.record()), attempt, ex.getClass().getName());
					failed.add(one);
					waiting.add(key);
				}
			}
		}
		return failed;
	}

	private void handle(List<Received> received) {
		List<Event> events = received.stream().map(Received::event).toList();
		if (events.size() == 1) {
			Trace.runWith(events.getFirst().traceparent(), () -> this.handler.handle(events));
		}
		else {
			this.handler.handle(events);
		}
	}

	/**
	 * An exception's own words may quote data, so only its kind is told; the log has the
	 * rest.
	 */
	private static InvalidEventException failure(ConsumerRecord<?, ?> record, RuntimeException ex) {
		if (ex instanceof RetryableEventException notYet) {
			return new InvalidEventException(notYet.code(), String.valueOf(notYet.getMessage()));
		}
		log.error("{} failed on all its attempts", place(record), RedactedException.of(ex));
		return new InvalidEventException("failed", "handling it failed on all attempts ("
				+ ex.getClass().getSimpleName() + "); the service's log says more");
	}

	private static String place(ConsumerRecord<?, ?> record) {
		return "the event at " + record.topic() + "-" + record.partition() + "@" + record.offset();
	}

	private static void throwIfUnavailable(RuntimeException ex) {
		if (InfrastructureFailures.isTransient(ex)) {
			log.warn("the database or the broker does not answer; the same events come again: {}",
					ex.getClass().getName());
			throw ex;
		}
	}

	private void pause(int attempt) {
		try {
			long millis = this.retries.pause().toMillis() << Math.min(attempt - 1, 10);
			if (this.closing.await(millis, TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException("closing: the rest is delivered again after the next start");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted: the rest is delivered again", ex);
		}
	}

	@Override
	public void close() {
		this.closing.countDown();
	}

}
