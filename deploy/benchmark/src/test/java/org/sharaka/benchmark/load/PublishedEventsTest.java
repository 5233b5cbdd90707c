package org.sharaka.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class PublishedEventsTest {

	private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

	private final ConsumerRecord<String, byte[]> first = event("a", "id-1", 1, 0, 4);

	private final ConsumerRecord<String, byte[]> second = event("a", "id-2", 2, 0, 9);

	private final ConsumerRecord<String, byte[]> other = event("b", "id-3", 1, 10, 12);

	private final PublishedEvents published = new PublishedEvents(List.of(this.first, this.second, this.other));

	@Test
	void latencyIsFromTheTimeOfTheEventToItsAppend() {
		assertThat(this.published.commitToBroker().percentile(50)).isEqualTo(4);
		assertThat(this.published.commitToBroker().percentile(100)).isEqualTo(9);
		assertThat(this.published.lastCommitToBroker().count()).isEqualTo(2);
		assertThat(this.published.lastCommitToBroker().percentile(50)).isEqualTo(2);
	}

	@Test
	void spanIsFromTheFirstTimeToTheLastAppend() {
		assertThat(this.published.span()).isEqualTo(Duration.ofMillis(12));
	}

	@Test
	void findsNoViolationInEventsThatAreUniqueAndInOrder() {
		assertThat(this.published.violations()).isEmpty();
	}

	@Test
	void findsDuplicatesAndEventsOutOfOrder() {
		assertThat(new PublishedEvents(List.of(this.first, this.second, this.second)).violations())
			.isEqualTo("1 twice, 1 out of order");
		assertThat(new PublishedEvents(List.of(this.second, this.first)).violations())
			.isEqualTo("0 twice, 1 out of order");
	}

	@Test
	void aggregatesThatShareAKeyHaveSequencesOfTheirOwn() {
		assertThat(new PublishedEvents(List.of(event("m", "m/a", "id-1", 1, 0, 4), event("m", "m/b", "id-2", 1, 0, 9)))
			.violations()).isEmpty();
	}

	private static ConsumerRecord<String, byte[]> event(String key, String id, long sequence, long happened,
			long appended) {
		return event(key, key, id, sequence, happened, appended);
	}

	private static ConsumerRecord<String, byte[]> event(String key, String subject, String id, long sequence,
			long happened, long appended) {
		RecordHeaders headers = new RecordHeaders();
		headers.add("ce_subject", subject.getBytes(StandardCharsets.UTF_8));
		headers.add("ce_id", id.getBytes(StandardCharsets.UTF_8));
		headers.add("ce_sequence", Long.toString(sequence).getBytes(StandardCharsets.UTF_8));
		headers.add("ce_time", START.plusMillis(happened).toString().getBytes(StandardCharsets.UTF_8));
		return new ConsumerRecord<>("topic", 0, 0, START.plusMillis(appended).toEpochMilli(),
				TimestampType.LOG_APPEND_TIME, 1, 2, key, new byte[] { '{', '}' }, headers, Optional.empty());
	}

}
