package org.sharaka.chassis.deadletter;

import java.time.Clock;
import java.util.List;

import com.mongodb.client.MongoDatabase;
import org.sharaka.chassis.consumer.EventConsumer;
import org.sharaka.chassis.consumer.EventConsumerAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Dead letters of the service: {@code deadLetterArchive} is to be bound to all its
 * dead-letter topics.
 */
@AutoConfiguration(after = EventConsumerAutoConfiguration.class)
public class DeadLetterAutoConfiguration {

	@Bean
	DeadLetters deadLetterArchive(MongoDatabase database) {
		return new DeadLetters(database);
	}

	@Bean
	Replay replay(DeadLetters letters, List<EventConsumer> intakes, Clock clock) {
		return new Replay(letters, intakes, clock);
	}

	@Bean
	DeadLetterController deadLetterController(DeadLetters letters, Replay replay) {
		return new DeadLetterController(letters, replay);
	}

}
