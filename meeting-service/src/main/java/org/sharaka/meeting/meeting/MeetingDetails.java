package org.sharaka.meeting.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;

/**
 * What a meeting is, apart from its time.
 *
 * @param chair who chairs: an office or a name
 * @param capacity places for delegates; null if there is no limit
 * @param agenda in order
 */
public record MeetingDetails(Type type, BilingualText title, Venue venue, String chair, @Nullable Integer capacity,
		List<AgendaItem> agenda) {

	/** What kind of engagement it is. */
	public enum Type {

		MEETING, RECEPTION, WORKSHOP, DISCUSSION_CIRCLE, TRAINING

	}

	public MeetingDetails {
		agenda = List.copyOf(agenda);
	}

	/** The names of the fields that differ. */
	List<String> changedFields(MeetingDetails other) {
		List<String> changed = new ArrayList<>();
		note(changed, "title", this.title, other.title);
		note(changed, "venue", this.venue, other.venue);
		note(changed, "chair", this.chair, other.chair);
		note(changed, "capacity", this.capacity, other.capacity);
		note(changed, "agenda", this.agenda, other.agenda);
		return changed;
	}

	private static void note(List<String> changed, String field, @Nullable Object one, @Nullable Object other) {
		if (!Objects.equals(one, other)) {
			changed.add(field);
		}
	}

}
