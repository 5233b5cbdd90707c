package org.sharaka.benchmark.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import org.sharaka.benchmark.figure.Latencies;

/**
 * Events as they are in their topic. A record's timestamp is the broker's, of the append.
 */
public record PublishedEvents(List<ConsumerRecord<String, byte[]>> records) {

	/**
	 * From an event's {@code time} to the broker's append. Both are clocks of this
	 * machine with a resolution of a millisecond. A service takes {@code time} just
	 * before it writes, so the write itself is in it.
	 */
	public Latencies toBroker() {
		return Latencies
			.ofMillis(this.records.stream().mapToLong((one) -> one.timestamp() - time(one).toEpochMilli()).toArray());
	}

	/** The same for each aggregate's last event alone. */
	public Latencies lastToBroker() {
		Map<String, ConsumerRecord<String, byte[]>> last = new HashMap<>();
		this.records.forEach((one) -> last.put(one.key(), one));
		return new PublishedEvents(List.copyOf(last.values())).toBroker();
	}

	/** From the first event's {@code time} to the last append. */
	public Duration span() {
		long first = this.records.stream().mapToLong((one) -> time(one).toEpochMilli()).min().orElse(0);
		long last = this.records.stream().mapToLong(ConsumerRecord::timestamp).max().orElse(0);
		return Duration.ofMillis(last - first);
	}

	public double meanBytes() {
		return this.records.stream().mapToInt((one) -> one.value().length).average().orElse(Double.NaN);
	}

	/**
	 * What is wrong with them: one that is there twice, or an aggregate's events out of
	 * order.
	 * @return empty if all is well
	 */
	public String faults() {
		Set<String> ids = new HashSet<>();
		Map<String, Long> sequences = new HashMap<>();
		int twice = 0;
		int disorder = 0;
		for (ConsumerRecord<String, byte[]> one : this.records) {
			twice += ids.add(header(one, "ce_id")) ? 0 : 1;
			long sequence = Long.parseLong(header(one, "ce_sequence"));
			Long before = sequences.put(one.key(), sequence);
			disorder += (before != null && before >= sequence) ? 1 : 0;
		}
		return (twice + disorder == 0) ? "" : twice + " twice, " + disorder + " out of order";
	}

	private static Instant time(ConsumerRecord<String, byte[]> record) {
		return Instant.parse(header(record, "ce_time"));
	}

	public static String header(ConsumerRecord<String, byte[]> record, String name) {
		Header header = record.headers().lastHeader(name);
		if (header == null) {
			throw new IllegalArgumentException("an event without " + name);
		}
		return new String(header.value(), StandardCharsets.UTF_8);
	}

}
