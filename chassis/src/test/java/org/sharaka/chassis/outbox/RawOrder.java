package org.sharaka.chassis.outbox;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.sharaka.chassis.event.CloudEvents;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.testing.PublishedEvents;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sequences of each aggregate in the order in which they are in the topic, with all
 * repetitions.
 */
record RawOrder(Map<String, List<Long>> sequences) {

	static RawOrder of(PublishedEvents published) {
		return new RawOrder(published.records()
			.stream()
			.map(CloudEvents::read)
			.collect(Collectors.groupingBy((event) -> String.valueOf(event.subject()), TreeMap::new,
					Collectors.mapping(Event::sequence, Collectors.toList()))));
	}

	int records() {
		return this.sequences.values().stream().mapToInt(List::size).sum();
	}

	/** No record twice. */
	void assertEachOnceInOrder(int events) {
		this.sequences.forEach((id, sequences) -> assertThat(sequences).as(id)
			.containsExactlyElementsOf(LongStream.rangeClosed(1, sequences.size()).boxed().toList()));
		assertThat(records()).isEqualTo(events);
	}

	/**
	 * A relay may start again from an event that was published already, but then
	 * publishes all that follow, so none is skipped and the last record is the latest
	 * state.
	 */
	void assertNoneLostAndTheLatestLast(int events) {
		long latest = 0;
		for (Map.Entry<String, List<Long>> aggregate : this.sequences.entrySet()) {
			long before = 0;
			long max = 0;
			for (long sequence : aggregate.getValue()) {
				assertThat(sequence).as(aggregate.toString()).isLessThanOrEqualTo(before + 1);
				before = sequence;
				max = Math.max(max, sequence);
			}
			assertThat(before).as(aggregate.toString()).isEqualTo(max);
			latest += max;
		}
		assertThat(latest).isEqualTo(events);
	}

}
