package org.sharaka.chassis.consumer;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.consumer.DeadLetterTopic.Letter;
import org.sharaka.chassis.event.CloudEvents;
import org.sharaka.chassis.event.Contracts;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.event.InvalidEventException;
import org.sharaka.chassis.event.Topics;
import org.sharaka.chassis.log.RedactedException;
import org.sharaka.chassis.trace.EventSpans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * Hands the events of one topic to a handler, a whole poll at a time. It returns when
 * each event of the poll has been handled or is a dead letter. If it throws, the
 * container delivers the same records again. The package's description says which failure
 * leads to what. Thread-safe.
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

	private final DeadLetterErasure erasure;

	private final EventSpans spans;

	private final Retries retries;

	private final HandlerHealth handlerHealth = new HandlerHealth();

	private final PausedPartitions pausedPartitions;

	private final CountDownLatch closing = new CountDownLatch(1);

	/**
	 * Creates a consumer.
	 * @throws RuntimeException if a type of the handler has no schema
	 */
	public EventConsumer(Topics.Topic topic, EventHandler handler, Contracts contracts, DeadLetterTopic deadLetters,
			DeadLetterErasure erasure, EventSpans spans, Retries retries, Clock clock) {
		this.topic = topic;
		this.handler = handler;
		this.contracts = contracts;
		this.deadLetters = deadLetters;
		this.erasure = erasure;
		this.spans = spans;
		this.retries = retries;
		this.pausedPartitions = new PausedPartitions(clock);
		handler.types().stream().filter((type) -> !type.equals(Event.TOMBSTONE)).forEach(contracts::require);
	}

	private record Received(ConsumerRecord<byte[], byte[]> record, Event event) {
	}

	private record Failed(Received received, Exception failure, int attempt) {
	}

	/** The topic's full name. */
	public String topic() {
		return this.topic.name();
	}

	/** Whether the handler keeps a view, see {@link EventHandler#feedsView()}. */
	boolean feedsView() {
		return this.handler.feedsView();
	}

	PausedPartitions pausedPartitions() {
		return this.pausedPartitions;
	}

	@Override
	public void accept(Message<List<ConsumerRecord<byte[], byte[]>>> message) {
		accept(message.getPayload());
	}

	/** Handles the records of one poll, in order. */
	public void accept(List<ConsumerRecord<byte[], byte[]>> records) {
		try {
			process(records);
			this.pausedPartitions.handled(records);
		}
		catch (RuntimeException ex) {
			this.pausedPartitions.failed(records, ex);
			if (ex instanceof HandlerFailureException) {
				log.error("Consumption of {} pauses", topic(), RedactedException.of(ex));
			}
			else {
				log.warn("The events of {} come again, since the database or the broker fails", topic(),
						RedactedException.of(ex));
			}
			throw ex;
		}
	}

	private void process(List<ConsumerRecord<byte[], byte[]>> records) {
		List<ConsumerRecord<byte[], byte[]>> tombstones = records.stream()
			.filter((record) -> record.value() == null && record.key() != null)
			.toList();
		if (!tombstones.isEmpty()) {
			this.erasure.erase(tombstones);
		}
		List<Letter> letters = new ArrayList<>();
		List<Received> received = new ArrayList<>(records.size());
		for (ConsumerRecord<byte[], byte[]> record : records) {
			try {
				Event event = read(record);
				if (event != null) {
					received.add(new Received(record, event));
				}
			}
			catch (InvalidEventException ex) {
				letters.add(new Letter(record, ex, 1));
			}
		}
		if (!received.isEmpty()) {
			handleTogether(received, letters);
		}
		// last, so that a batch that comes again has not written its letters before
		letters.sort(Comparator.comparingLong((letter) -> letter.record().offset()));
		this.deadLetters.write(letters);
	}

	/**
	 * Handles one record again, for an operator who replays a dead letter.
	 * @throws InvalidEventException if it still cannot be handled; the reason is its own
	 * or, after an unexpected exception, says to look into the log
	 * @throws RuntimeException if the database or the broker fails
	 */
	public void replay(ConsumerRecord<byte[], byte[]> record) {
		Event event = read(record);
		if (event == null) {
			return;
		}
		try {
			handle(List.of(new Received(record, event)));
		}
		catch (RuntimeException ex) {
			if (InfrastructureFailures.isTransient(ex)) {
				throw ex;
			}
			throw reason(record, ex);
		}
	}

	/**
	 * The event in a record, or {@code null} if the handler does not take its type.
	 * @throws InvalidEventException if it cannot be read for whatever reason
	 */
	private @Nullable Event read(ConsumerRecord<byte[], byte[]> record) {
		try {
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
		catch (InvalidEventException ex) {
			throw ex;
		}
		catch (RuntimeException | StackOverflowError ex) {
			log.error("{} cannot be read", place(record), RedactedException.of(ex));
			throw new InvalidEventException("unreadable",
					"it cannot be read (" + ex.getClass().getSimpleName() + "); the service's log says more");
		}
	}

	private static String printable(String type) {
		return type.matches("[A-Za-z0-9._-]{1,120}") ? type : "(unprintable)";
	}

	private void handleTogether(List<Received> received, List<Letter> letters) {
		try {
			handle(received);
		}
		catch (RuntimeException ex) {
			throwIfTransient(ex);
			log.debug("A batch of {} failed and is handled one by one", received.size(), RedactedException.of(ex));
			handleOneByOne(received, letters);
		}
	}

	/**
	 * Attempts are made for all events together, so that the pauses between them are made
	 * once for the batch. An event waits while an earlier one of its key is being
	 * retried.
	 */
	private void handleOneByOne(List<Received> received, List<Letter> letters) {
		List<Received> handled = new ArrayList<>();
		List<Failed> failed = new ArrayList<>();
		List<Received> open = received;
		for (int attempt = 1; !open.isEmpty(); attempt++) {
			if (attempt > 1) {
				pauseBefore(attempt);
			}
			open = attempt(open, attempt, handled, failed);
		}
		List<Failed> unexpected = failed.stream().filter((one) -> !isExpected(one.failure())).toList();
		if (!unexpected.isEmpty()
				&& this.handlerHealth.isAtFault(unexpected.stream().map((one) -> one.received().event()).toList(),
						handled.stream().map(Received::event).toList())) {
			throw new HandlerFailureException(unexpected.getFirst().received().event().type(),
					unexpected.getFirst().failure());
		}
		failed.forEach((one) -> letters
			.add(new Letter(one.received().record(), reason(one.received().record(), one.failure()), one.attempt())));
	}

	/** Tries each event once and returns those that are to be tried again. */
	private List<Received> attempt(List<Received> open, int attempt, List<Received> handled, List<Failed> failed) {
		List<Received> again = new ArrayList<>();
		Set<String> waitingKeys = new HashSet<>();
		for (Received one : open) {
			String key = String.valueOf(one.event().key());
			if (waitingKeys.contains(key)) {
				again.add(one);
				continue;
			}
			try {
				handle(List.of(one));
				handled.add(one);
			}
			catch (RuntimeException ex) {
				throwIfTransient(ex);
				if (ex instanceof InvalidEventException || attempt >= this.retries.attempts()) {
					failed.add(new Failed(one, ex, attempt));
				}
				else {
					log.warn("{} failed, attempt {}: {}", place(one.record()), attempt, ex.getClass().getName());
					again.add(one);
					waitingKeys.add(key);
				}
			}
		}
		return again;
	}

	private void handle(List<Received> received) {
		List<Event> events = received.stream().map(Received::event).toList();
		try {
			this.spans.run(topic(), events, () -> this.handler.handle(events));
		}
		catch (StackOverflowError | LinkageError | AssertionError ex) {
			// would stop the container for good
			throw new IllegalStateException("the handler failed with an error", ex);
		}
		this.handlerHealth.handled(events);
	}

	private static boolean isExpected(Exception failure) {
		return failure instanceof InvalidEventException || failure instanceof RetryableEventException;
	}

	/**
	 * The message of an unexpected exception may quote data, so only its type is told.
	 */
	private static InvalidEventException reason(ConsumerRecord<?, ?> record, Exception failure) {
		return switch (failure) {
			case InvalidEventException invalid -> invalid;
			case RetryableEventException retryable ->
				new InvalidEventException(retryable.code(), String.valueOf(retryable.getMessage()));
			default -> {
				log.error("{} failed", place(record), RedactedException.of(failure));
				yield new InvalidEventException("failed", "handling it failed unexpectedly ("
						+ failure.getClass().getSimpleName() + "); the service's log says more");
			}
		};
	}

	private static String place(ConsumerRecord<?, ?> record) {
		return "The event at " + record.topic() + "-" + record.partition() + "@" + record.offset();
	}

	private static void throwIfTransient(RuntimeException ex) {
		if (InfrastructureFailures.isTransient(ex)) {
			throw ex;
		}
	}

	private void pauseBefore(int attempt) {
		try {
			long millis = this.retries.pause().toMillis() << Math.min(attempt - 2, 10);
			if (this.closing.await(millis, TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException("closing: the events are delivered again after the next start");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted: the events are delivered again", ex);
		}
	}

	@Override
	public void close() {
		this.closing.countDown();
	}

}
