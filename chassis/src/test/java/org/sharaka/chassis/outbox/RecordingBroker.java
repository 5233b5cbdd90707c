package org.sharaka.chassis.outbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A broker in memory that acknowledges on another thread and can be made to fail.
 */
final class RecordingBroker implements Broker {

	private final List<ProducerRecord<String, byte[]>> records = new CopyOnWriteArrayList<>();

	private volatile Predicate<ProducerRecord<String, byte[]>> refuses = (record) -> false;

	@Override
	public CompletionStage<?> send(ProducerRecord<String, byte[]> record) {
		return CompletableFuture.runAsync(() -> {
			if (this.refuses.test(record)) {
				throw new IllegalStateException("the broker is away");
			}
			this.records.add(record);
		});
	}

	void refuses(Predicate<ProducerRecord<String, byte[]>> refuses) {
		this.refuses = refuses;
	}

	List<ProducerRecord<String, byte[]>> records() {
		return List.copyOf(this.records);
	}

	/** The sequences published for each aggregate, in order. */
	Map<String, List<Long>> sequences() {
		return this.records.stream()
			.collect(Collectors.groupingBy(ProducerRecord::key,
					Collectors.mapping((record) -> Long.valueOf(header(record, "ce_sequence")), Collectors.toList())));
	}

	/** The sequences published for an aggregate, in the order in which they arrived. */
	List<Long> sequencesOf(String key) {
		return sequences().getOrDefault(key, List.of());
	}

	static String header(ProducerRecord<String, byte[]> record, String name) {
		return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
	}

}
