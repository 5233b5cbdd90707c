package org.sharaka.chassis.consumer;

import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Erases the dead letters of keys that tombstones name. */
@FunctionalInterface
public interface DeadLetterErasure {

	/**
	 * Erases the content of all dead letters of the keys that are older than their
	 * tombstones, also of those that are archived only later.
	 * @param tombstones records without a value
	 */
	void erase(List<ConsumerRecord<byte[], byte[]>> tombstones);

}
