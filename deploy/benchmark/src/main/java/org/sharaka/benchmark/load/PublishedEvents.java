package org.sharaka.benchmark.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import org.sharaka.benchmark.figure.Latencies;

/**
 * Events as read from their topic. A record's timestamp is the time of the append.
 */
public record PublishedEvents(List<ConsumerRecord<String, byte[]>> records) {

	/**
	 * Returns the time from each event's {@code time} to the broker's append. Both are
	 * read from the clock of this machine, in milliseconds. A service sets {@code time}
	 * just before it writes, so the write is included.
	 */
	public Latencies commitToBroker() {
		return Latencies
			.ofMillis(this.records.stream().mapToLong((one) -> one.timestamp() - time(one).toEpochMilli()).toArray());
	}

	/** Returns the same for the last event of each key only. */
	public Latencies lastCommitToBroker() {
		Map<String, ConsumerRecord<String, byte[]>> last = new HashMap<>();
		this.records.forEach((one) -> last.put(one.key(), one));
		return new PublishedEvents(List.copyOf(last.values())).commitToBroker();
	}

	/** Returns the time from the first event's {@code time} to the last append. */
	public Duration span() {
		long first = this.records.stream().mapToLong((one) -> time(one).toEpochMilli()).min().orElse(0);
		long last = this.records.stream().mapToLong(ConsumerRecord::timestamp).max().orElse(0);
		return Duration.ofMillis(last - first);
	}

	/** Counts the events by type. */
	public Map<String, Long> countsByType() {
		return this.records.stream()
			.collect(Collectors.groupingBy((one) -> header(one, "ce_type"), TreeMap::new, Collectors.counting()));
	}

	public double meanBytes() {
		return this.records.stream().mapToInt((one) -> one.value().length).average().orElse(Double.NaN);
	}

	/**
	 * Describes events that occur twice or are out of order within their aggregate.
	 * @return an empty string if there are none
	 */
	public String violations() {
		Set<String> ids = new HashSet<>();
		Map<String, Long> sequences = new HashMap<>();
		int twice = 0;
		int disorder = 0;
		for (ConsumerRecord<String, byte[]> one : this.records) {
			twice += ids.add(header(one, "ce_id")) ? 0 : 1;
			long sequence = Long.parseLong(header(one, "ce_sequence"));
			Long before = sequences.put(header(one, "ce_subject"), sequence);
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
