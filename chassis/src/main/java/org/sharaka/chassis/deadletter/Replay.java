package org.sharaka.chassis.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.event.InvalidEventException;
import org.sharaka.chassis.consumer.EventConsumer;
import org.sharaka.chassis.consumer.RetryableEventException;

/**
 * Handles a dead letter again, in this service alone: other subscribers of the topic are
 * not troubled, and the person who asks gets the outcome at once.
 */
public final class Replay {

	private final DeadLetters letters;

	private final Map<String, EventConsumer> intakes;

	private final Clock clock;

	public Replay(DeadLetters letters, List<EventConsumer> intakes, Clock clock) {
		this.letters = letters;
		this.intakes = intakes.stream().collect(Collectors.toMap(EventConsumer::topic, Function.identity()));
		this.clock = clock;
	}

	/**
	 * Handles the letter. Handlers are idempotent, so two who do this at once do no harm.
	 * @return why it failed again; empty if it is handled now
	 */
	public Optional<InvalidEventException> replay(DeadLetter letter) {
		try {
			EventConsumer intake = this.intakes.get(letter.topic());
			if (intake == null) {
				throw new InvalidEventException("not-subscribed",
						"this service no longer subscribes to " + letter.topic());
			}
			intake.replay(record(letter));
			this.letters.settle(letter.id(), DeadLetter.Status.REPLAYED);
			return Optional.empty();
		}
		catch (InvalidEventException unusable) {
			return Optional.of(failed(letter, unusable));
		}
		catch (RetryableEventException notYet) {
			return Optional
				.of(failed(letter, new InvalidEventException(notYet.code(), String.valueOf(notYet.getMessage()))));
		}
	}

	private InvalidEventException failed(DeadLetter letter, InvalidEventException reason) {
		this.letters.failedAgain(letter.id(), reason.code(), String.valueOf(reason.getMessage()), this.clock.instant());
		return reason;
	}

	private static ConsumerRecord<byte[], byte[]> record(DeadLetter letter) {
		RecordHeaders headers = new RecordHeaders();
		letter.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
		return new ConsumerRecord<>(letter.topic(), letter.partition(), letter.offset(),
				letter.failedAt().toEpochMilli(), TimestampType.CREATE_TIME, ConsumerRecord.NULL_SIZE,
				ConsumerRecord.NULL_SIZE, bytes(letter.key()), letter.value(), headers, Optional.empty());
	}

	private static byte @Nullable [] bytes(@Nullable String key) {
		return (key != null) ? key.getBytes(StandardCharsets.UTF_8) : null;
	}

}
