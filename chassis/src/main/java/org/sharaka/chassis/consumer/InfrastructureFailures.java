package org.sharaka.chassis.consumer;

import java.util.List;
import java.util.Set;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.sharaka.chassis.command.VersionConflictException;
import org.sharaka.chassis.outbox.OutboxFullException;

/**
 * Tells failures of the database and the broker from failures of an event. A failure of
 * the infrastructure is transient for as long as it takes, because no event would fare
 * better. Every exception of the MongoDB driver and of Kafka counts as one, unless it
 * says that the data itself cannot be stored.
 */
public final class InfrastructureFailures {

	/**
	 * MongoDB's error codes that name a fault of the data: BadValue, FailedToParse,
	 * TypeMismatch, PathNotViable, ConflictingUpdateOperators, CannotIndexParallelArrays,
	 * DollarPrefixedFieldName, EmptyFieldName, DottedFieldName, ImmutableField,
	 * DocumentValidationFailure, BSONObjectTooLarge, DuplicateKey, and a document that an
	 * update makes too large.
	 */
	private static final Set<Integer> DATA_ERROR_CODES = Set.of(2, 9, 14, 28, 40, 52, 56, 57, 66, 121, 171, 10334,
			11000, 17280, 17419, 17420);

	private InfrastructureFailures() {
	}

	/** Whether the exception or one of its causes is a failure of the infrastructure. */
	public static boolean isTransient(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (isInfrastructure(cause) && !isDataError(cause)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isInfrastructure(Throwable cause) {
		// conflicts without end mean that other processes change the same aggregate
		return cause instanceof MongoException || cause instanceof KafkaException
				|| cause instanceof VersionConflictException || cause instanceof OutboxFullException;
	}

	private static boolean isDataError(Throwable cause) {
		return switch (cause) {
			case MongoBulkWriteException bulk -> bulk.getWriteConcernError() == null && hasDataErrorsOnly(bulk);
			case MongoWriteException write -> DATA_ERROR_CODES.contains(write.getError().getCode());
			case MongoException other -> DATA_ERROR_CODES.contains(other.getCode());
			case RecordTooLargeException tooLarge -> true;
			case SerializationException unserialisable -> true;
			default -> false;
		};
	}

	private static boolean hasDataErrorsOnly(MongoBulkWriteException bulk) {
		List<BulkWriteError> errors = bulk.getWriteErrors();
		return !errors.isEmpty() && errors.stream().allMatch((error) -> DATA_ERROR_CODES.contains(error.getCode()));
	}

}
