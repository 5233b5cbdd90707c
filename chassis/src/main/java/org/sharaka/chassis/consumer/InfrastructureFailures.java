package org.sharaka.chassis.consumer;

import java.util.List;
import java.util.function.Predicate;

import com.mongodb.MongoClientException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import org.apache.kafka.common.KafkaException;

/**
 * Tells failures of the database and the broker from failures of an event: for the first
 * all events wait, as none would fare better.
 */
final class InfrastructureFailures {

	private static final List<Class<? extends Exception>> KINDS = List.of(MongoSocketException.class,
			MongoTimeoutException.class, MongoNotPrimaryException.class, MongoNodeIsRecoveringException.class,
			MongoInterruptedException.class, MongoClientException.class, KafkaException.class);

	private InfrastructureFailures() {
	}

	static boolean isTransient(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (KINDS.stream().anyMatch(isKindOf(cause))) {
				return true;
			}
		}
		return false;
	}

	private static Predicate<Class<?>> isKindOf(Throwable cause) {
		return (kind) -> kind.isInstance(cause);
	}

}
