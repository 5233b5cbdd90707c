package org.sharaka.chassis.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.mongodb.client.model.Filters;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters an operator means. What is {@code null} does not matter.
 *
 * @param topic the full name
 * @param key as text in UTF-8
 * @param from when it became a dead letter, inclusive
 * @param to when it became a dead letter, exclusive
 */
record DeadLetterFilter(@Nullable String topic, @Nullable String code, @Nullable String key, @Nullable Instant from,
		@Nullable Instant to) {

	Bson with(DeadLetter.Status status) {
		List<Bson> all = new ArrayList<>(List.of(Filters.eq("status", status.name())));
		if (this.topic != null) {
			all.add(Filters.eq("topic", this.topic));
		}
		if (this.code != null) {
			all.add(Filters.eq("code", this.code));
		}
		if (this.key != null) {
			all.add(Filters.eq("key", DeadLetterDocument.encoded(this.key.getBytes(StandardCharsets.UTF_8))));
		}
		if (this.from != null) {
			all.add(Filters.gte("createdAt", Date.from(this.from)));
		}
		if (this.to != null) {
			all.add(Filters.lt("createdAt", Date.from(this.to)));
		}
		return Filters.and(all);
	}

}
