package org.sharaka.chassis.sample;

import com.mongodb.client.MongoDatabase;
import org.sharaka.chassis.consumer.EventConsumer;
import org.sharaka.chassis.consumer.EventConsumerFactory;
import org.sharaka.chassis.outbox.AggregateCollection;
import org.sharaka.chassis.outbox.Outbox;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Takes announcements in; keeps aggregates of no kind in particular. */
@SpringBootApplication
public class SampleApplication {

	@Bean
	AggregateCollection samples(MongoDatabase database, Outbox outbox) {
		return new AggregateCollection(database.getCollection("samples"), outbox);
	}

	@Bean
	RecordingHandler handler() {
		return new RecordingHandler();
	}

	@Bean
	EventConsumer ministryEvents(EventConsumerFactory intakes, RecordingHandler handler) {
		return intakes.of("ministry.events", handler);
	}

}
