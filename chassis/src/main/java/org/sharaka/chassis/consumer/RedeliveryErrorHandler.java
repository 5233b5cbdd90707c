package org.sharaka.chassis.consumer;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.springframework.core.log.LogAccessor;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Delivers a batch that failed again, whatever the exception and however often, with
 * pauses that grow. Spring Kafka's {@code DefaultErrorHandler} cannot be used: it skips a
 * batch that failed with an exception that it considers fatal, such as
 * {@link ClassCastException}.
 *
 * <p>
 * The batch is read again from the broker, together with newer records that have arrived
 * in the meantime.
 */
final class RedeliveryErrorHandler implements CommonErrorHandler {

	/** A failure so long after the pause before it starts a new series of pauses. */
	private static final long NEW_SERIES_MILLIS = 60_000;

	private final LogAccessor log = new LogAccessor(RedeliveryErrorHandler.class);

	private final BackOff backOff;

	/** One for each thread of a container. */
	private final ThreadLocal<Series> series = new ThreadLocal<>();

	RedeliveryErrorHandler(BackOff backOff) {
		this.backOff = backOff;
	}

	@Override
	public boolean seeksAfterHandling() {
		return true;
	}

	@Override
	public boolean isAckAfterHandle() {
		return false;
	}

	@Override
	public void handleBatch(Exception thrownException, ConsumerRecords<?, ?> data, Consumer<?, ?> consumer,
			MessageListenerContainer container, Runnable invokeListener) {
		for (TopicPartition partition : data.partitions()) {
			consumer.seek(partition, data.records(partition).getFirst().offset());
		}
		try {
			ListenerUtils.stoppableSleep(container, nextPause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		// thrown so that the container commits nothing; the consumer has logged the cause
		throw new KafkaException("The same records are delivered again", KafkaException.Level.DEBUG, thrownException);
	}

	@Override
	public void handleOtherException(Exception thrownException, Consumer<?, ?> consumer,
			MessageListenerContainer container, boolean batchListener) {
		this.log.warn(() -> "Polling failed and is tried again: " + thrownException.getClass().getName());
		try {
			ListenerUtils.stoppableSleep(container, nextPause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void clearThreadState() {
		this.series.remove();
	}

	private long nextPause() {
		Series current = this.series.get();
		long now = System.nanoTime() / 1_000_000;
		if (current == null || now - current.endsAt() > NEW_SERIES_MILLIS) {
			current = new Series(this.backOff.start(), now);
		}
		long pause = current.pauses().nextBackOff();
		this.series.set(new Series(current.pauses(), now + pause));
		return pause;
	}

	private record Series(BackOffExecution pauses, long endsAt) {
	}

}
