package org.sharaka.benchmark.announcement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import org.bson.Document;

import org.sharaka.benchmark.figure.Latencies;
import org.sharaka.benchmark.figure.Repetitions;

/**
 * The phases of an announcement, from the timelines of its notices. They are read from
 * the service's database, since {@code GET /notices} would need a hundred pages.
 */
record NoticePhases(Instant published, List<Steps> notices) {

	/**
	 * The times of one notice: creation, start of its last attempt, acceptance by the
	 * mail server.
	 */
	record Steps(Instant created, Instant attempted, Instant sent) {
	}

	static NoticePhases of(MongoCollection<Document> notices, String eventId, Instant published) {
		List<Steps> steps = new ArrayList<>();
		for (Document notice : notices.find(Filters.eq("eventId", eventId))
			.projection(Projections.include("createdAt", "timeline"))) {
			Map<String, Instant> times = notice.getList("timeline", Document.class)
				.stream()
				.collect(Collectors.toMap((entry) -> entry.getString("status"), (entry) -> instant(entry, "at"),
						(earlier, later) -> later));
			if (times.containsKey("SENDING") && times.containsKey("SENT")) {
				steps.add(new Steps(instant(notice, "createdAt"), times.get("SENDING"), times.get("SENT")));
			}
		}
		return new NoticePhases(published, List.copyOf(steps));
	}

	private static Instant instant(Document document, String field) {
		Date date = document.getDate(field);
		return date.toInstant();
	}

	/** Adds the phases to the measured values. */
	void addTo(Repetitions values, int sessions) {
		long first = this.notices.stream().mapToLong((one) -> one.created().toEpochMilli()).min().orElseThrow();
		long last = this.notices.stream().mapToLong((one) -> one.created().toEpochMilli()).max().orElseThrow();
		long begun = this.notices.stream().mapToLong((one) -> one.attempted().toEpochMilli()).min().orElseThrow();
		long ended = this.notices.stream().mapToLong((one) -> one.sent().toEpochMilli()).max().orElseThrow();
		values.add("publish to the first notice created", "s", seconds(this.published.toEpochMilli(), first));
		values.add("publish to the last notice created (one timestamp per batch)", "s",
				seconds(this.published.toEpochMilli(), last));
		values.add("publish to the first attempt", "s", seconds(this.published.toEpochMilli(), begun));
		values.add("publish to the last acceptance", "s", seconds(this.published.toEpochMilli(), ended));
		values.add("notice created to attempt", latencies((one) -> millis(one.created(), one.attempted())));
		Latencies attempts = latencies((one) -> millis(one.attempted(), one.sent()));
		values.add("attempt: rendering, wait for a connection, SMTP", attempts);
		values.add("concurrent attempts, mean, of %d connections".formatted(sessions), "",
				attempts.mean() * attempts.count() / (ended - begun));
	}

	private Latencies latencies(ToLongFunction<Steps> millis) {
		return Latencies.ofMillis(this.notices.stream().mapToLong(millis).toArray());
	}

	private static long millis(Instant from, Instant to) {
		return to.toEpochMilli() - from.toEpochMilli();
	}

	private static double seconds(long from, long to) {
		return (to - from) / 1000.0;
	}

}
