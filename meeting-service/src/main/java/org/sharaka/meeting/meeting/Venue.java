package org.sharaka.meeting.meeting;

import java.net.URI;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;

/**
 * Where a meeting takes place: exactly one of a hall, a place in words, or an address on
 * the internet.
 *
 * @param hallId a hall of the ministry; this service does not know halls
 */
public record Venue(@Nullable String hallId, @Nullable BilingualText text, @Nullable URI url) {

	public Venue {
		if (Stream.of(hallId, text, url).filter(Objects::nonNull).count() != 1) {
			throw new IllegalArgumentException("a venue is exactly one of a hall, a text and a URL");
		}
	}

}
