package org.sharaka.chassis.deadletter;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.sharaka.chassis.consumer.EventConsumer;
import org.sharaka.chassis.event.InvalidEventException;

/**
 * Handles a dead letter again, in this service alone, so that other subscribers of the
 * topic are not concerned and the operator learns the result at once.
 */
public final class DeadLetterReplay {

	private final DeadLetters letters;

	private final Map<String, EventConsumer> consumers;

	private final Clock clock;

	public DeadLetterReplay(DeadLetters letters, List<EventConsumer> consumers, Clock clock) {
		this.letters = letters;
		this.consumers = consumers.stream().collect(Collectors.toMap(EventConsumer::topic, Function.identity()));
		this.clock = clock;
	}

	/**
	 * Handles the letter. Handlers are idempotent, so it does no harm if two operators do
	 * this at once.
	 * @return why it failed again; empty if it was handled
	 * @throws RuntimeException if the database or the broker fails
	 */
	public Optional<InvalidEventException> replay(DeadLetter letter) {
		try {
			EventConsumer consumer = this.consumers.get(letter.topic());
			if (consumer == null) {
				throw new InvalidEventException("not-subscribed",
						"this service no longer subscribes to " + letter.topic());
			}
			if (letter.omittedBytes() > 0) {
				throw new InvalidEventException("value-omitted", "its value of " + letter.omittedBytes()
						+ " bytes is too large for the archive; it is in the topic only");
			}
			consumer.replay(letter.toRecord());
			this.letters.settle(letter.id(), DeadLetter.Status.REPLAYED);
			return Optional.empty();
		}
		catch (InvalidEventException ex) {
			this.letters.failedAgain(letter.id(), ex.code(), ex.reason(), this.clock.instant());
			return Optional.of(ex);
		}
	}

}
