package org.sharaka.meeting.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.id.Ids;
import org.sharaka.chassis.text.BilingualText;

/**
 * Changes to the details of a meeting; what is null stays as it is.
 *
 * @param noCapacity whether the limit of places is removed
 * @param agenda the whole new agenda
 */
public record MeetingCorrection(@Nullable BilingualText title, @Nullable Venue venue, @Nullable String chair,
		@Nullable Integer capacity, boolean noCapacity, @Nullable List<AgendaLine> agenda) {

	/**
	 * An item of the new agenda.
	 *
	 * @param id of an item of the present agenda; null for a new item
	 */
	public record AgendaLine(@Nullable String id, BilingualText title) {
	}

	/** The first item that names an id which the present agenda does not have. */
	Optional<String> unknownItem(MeetingDetails details) {
		List<String> known = details.agenda().stream().map(AgendaItem::id).toList();
		return (this.agenda == null) ? Optional.empty()
				: this.agenda.stream()
					.flatMap((line) -> Optional.ofNullable(line.id()).stream())
					.filter((id) -> !known.contains(id))
					.findFirst();
	}

	/**
	 * The details after the correction.
	 * @param commandId from which the ids of new agenda items are derived
	 */
	MeetingDetails applyTo(MeetingDetails details, String commandId) {
		return new MeetingDetails(details.type(), (this.title != null) ? this.title : details.title(),
				(this.venue != null) ? this.venue : details.venue(),
				(this.chair != null) ? this.chair : details.chair(),
				this.noCapacity ? null : (this.capacity != null) ? this.capacity : details.capacity(),
				(this.agenda != null) ? items(this.agenda, commandId) : details.agenda());
	}

	/** The agenda of these lines; an item without an id gets one. */
	public static List<AgendaItem> items(List<AgendaLine> lines, String commandId) {
		List<AgendaItem> items = new ArrayList<>();
		for (AgendaLine line : lines) {
			String id = (line.id() != null) ? line.id()
					: Ids.derived("agenda", commandId, Integer.toString(items.size()));
			items.add(new AgendaItem(id, line.title()));
		}
		return items;
	}

}
