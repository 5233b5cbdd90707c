package org.sharaka.chassis.outbox;

import java.util.concurrent.CompletionStage;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The log that events are published to.
 */
@FunctionalInterface
public interface Broker {

	/**
	 * Publishes a record. Must not block for long; the stage completes when the record is
	 * on all replicas, or exceptionally when that is not known to have happened.
	 */
	CompletionStage<?> send(ProducerRecord<String, byte @Nullable []> record);

}
