package org.sharaka.chassis.sample;

import com.mongodb.client.MongoDatabase;
import org.sharaka.chassis.consumer.EventConsumer;
import org.sharaka.chassis.consumer.EventConsumerFactory;
import org.sharaka.chassis.outbox.AggregateCollection;
import org.sharaka.chassis.outbox.Outbox;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A service that consumes announcements and has one collection of aggregates. */
@SpringBootApplication
public class SampleApplication {

	@Bean
	AggregateCollection samples(MongoDatabase database, Outbox outbox) {
		return AggregateCollection.withoutHistory(database, "samples", outbox);
	}

	@Bean
	RecordingHandler handler() {
		return new RecordingHandler();
	}

	@Bean
	EventConsumer ministryEvents(EventConsumerFactory consumers, RecordingHandler handler) {
		return consumers.of("ministry.events", handler);
	}

}
