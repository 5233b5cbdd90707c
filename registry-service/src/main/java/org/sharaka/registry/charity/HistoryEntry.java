package org.sharaka.registry.charity;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What happened to a charity, when, and who asked for it. No personal data.
 *
 * @param version the charity's after the event
 * @param event such as {@code charity.suspended}
 * @param by as in {@link Command#by}
 * @param status the charity's after the event
 * @param decision if the event was one
 * @param changed the parts of the profile that an update changed, else empty
 */
public record HistoryEntry(long version, Instant at, String event, String by, CharityStatus status,
		@Nullable Decision decision, List<String> changed) {

	public HistoryEntry {
		changed = List.copyOf(changed);
	}

}
