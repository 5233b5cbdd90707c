package org.sharaka.chassis.deadletter;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import com.mongodb.client.MongoDatabase;
import org.sharaka.chassis.consumer.EventConsumer;
import org.sharaka.chassis.consumer.EventConsumerAutoConfiguration;
import org.sharaka.chassis.id.Ids;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Dead letters of the service. {@code deadLetterArchive} must be bound to all its
 * dead-letter topics.
 */
@AutoConfiguration(after = EventConsumerAutoConfiguration.class)
public class DeadLetterAutoConfiguration {

	@Bean
	DeadLetters deadLetterArchive(MongoDatabase database) {
		return new DeadLetters(database);
	}

	@Bean
	DeadLetterReplay deadLetterReplay(DeadLetters letters, List<EventConsumer> consumers, Clock clock) {
		return new DeadLetterReplay(letters, consumers, clock);
	}

	@Bean
	BulkReplays bulkReplays(MongoDatabase database) {
		return new BulkReplays(database);
	}

	@Bean
	BulkReplayWorker bulkReplayWorker(BulkReplays replays, DeadLetters letters, DeadLetterReplay replay, Ids ids,
			Clock clock, @Value("${sharaka.dead-letters.retention}") Duration retention) {
		return new BulkReplayWorker(replays, letters, replay, ids, clock, retention);
	}

	@Bean
	DeadLetterController deadLetterController(DeadLetters letters, DeadLetterReplay replay, BulkReplays replays,
			Ids ids, Clock clock) {
		return new DeadLetterController(letters, replay, replays, ids, clock);
	}

}
