/**
 * Configuration of the Kafka broker that runs where KAFKA_BROKERS names none.
 */
@NullMarked
package org.sharaka.local.kafka;

import org.jspecify.annotations.NullMarked;
