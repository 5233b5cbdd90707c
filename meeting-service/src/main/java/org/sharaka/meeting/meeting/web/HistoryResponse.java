package org.sharaka.meeting.meeting.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.history.HistoryEntry;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.web.history.JsonChange;
import org.sharaka.chassis.web.history.JsonChanges;
import org.sharaka.meeting.meeting.Meeting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One event in the history of a meeting.
 *
 * @param event its type without {@code org.sharaka.} and the version
 * @param changes between the meeting before and after the event, as callers read it
 */
record HistoryResponse(long version, Instant recordedAt, Instant effectiveAt, String event, String actor,
		@Nullable BilingualText reason, List<JsonChange> changes) {

	static HistoryResponse of(HistoryEntry<Meeting> entry, JsonMapper json) {
		return new HistoryResponse(entry.version(), entry.recordedAt(), entry.effectiveAt(),
				entry.type().replaceAll("^org\\.sharaka\\.|\\.v\\d+$", ""), entry.actor(), entry.state().lastReason(),
				JsonChanges.between((entry.before() != null) ? json(entry.before(), json) : null,
						json(entry.state(), json)));
	}

	private static JsonNode json(Meeting meeting, JsonMapper json) {
		ObjectNode node = json.valueToTree(MeetingResponse.of(meeting, null));
		return node.without("version");
	}

}
