package org.sharaka.meeting.meeting.mongo;

import java.net.URI;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.outbox.AggregateCollection;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.meeting.meeting.AgendaItem;
import org.sharaka.meeting.meeting.InvitationStatus;
import org.sharaka.meeting.meeting.Invitations;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingPlan;
import org.sharaka.meeting.meeting.MeetingSnapshot;
import org.sharaka.meeting.meeting.MeetingStatus;
import org.sharaka.meeting.meeting.MeetingTime;
import org.sharaka.meeting.meeting.MeetingType;
import org.sharaka.meeting.meeting.Venue;

/**
 * A meeting's fields in its document: {@code status}, {@code type}, {@code title},
 * {@code startsAt} (local, as text), {@code zone}, {@code start} (the instant),
 * {@code durationMinutes}, {@code venue}, {@code chair}, {@code capacity},
 * {@code agenda}, {@code calendarSequence}, {@code cancellationReason},
 * {@code invitations} (an array in an order that never changes) and {@code tally} (how
 * many invitations there are of each status, so that lists need not read them).
 */
final class MeetingDocument {

	private MeetingDocument() {
	}

	/** All fields of a new meeting. */
	static Document of(Meeting meeting) {
		Document document = of(meeting.snapshot());
		document.append("invitations", meeting.invitations().all().stream().map(InvitationDocument::of).toList());
		document.append("tally", tally(meeting.invitations()));
		return document;
	}

	/** The fields without the invitations. */
	static Document of(MeetingSnapshot meeting) {
		MeetingPlan plan = meeting.plan();
		Document document = new Document("status", meeting.status().name()).append("type", plan.type().name())
			.append("title", text(plan.title()))
			.append("startsAt", plan.time().local().toString())
			.append("zone", plan.time().zone().getId())
			.append("start", Date.from(plan.time().instant()))
			.append("durationMinutes", plan.durationMinutes())
			.append("venue", venue(plan.venue()))
			.append("chair", plan.chair())
			.append("agenda", plan.agenda().stream().map((item) -> new Document("title", text(item.title()))).toList())
			.append("calendarSequence", meeting.calendarSequence());
		if (plan.capacity() != null) {
			document.append("capacity", plan.capacity());
		}
		if (meeting.cancellationReason() != null) {
			document.append("cancellationReason", text(meeting.cancellationReason()));
		}
		return document;
	}

	static Document tally(Invitations invitations) {
		Document tally = new Document();
		invitations.tally().forEach((status, count) -> tally.append(status.name(), count));
		return tally;
	}

	private static Document text(BilingualText text) {
		Document document = new Document("ar", text.ar());
		if (text.en() != null) {
			document.append("en", text.en());
		}
		return document;
	}

	private static Document venue(Venue venue) {
		return switch (venue) {
			case Venue.Hall hall -> new Document("hallId", hall.hallId());
			case Venue.Place place -> new Document("text", text(place.text()));
			case Venue.Online online -> new Document("url", online.url().toString());
		};
	}

	static Meeting toMeeting(Document document) {
		Invitations invitations = new Invitations(document.getList("invitations", Document.class)
			.stream()
			.map(InvitationDocument::toInvitation)
			.toList());
		return new Meeting(toSnapshot(document), invitations);
	}

	static MeetingSnapshot toSnapshot(Document document) {
		Document reason = document.get("cancellationReason", Document.class);
		return new MeetingSnapshot(document.getString("_id"), AggregateCollection.versionOf(document),
				MeetingStatus.valueOf(document.getString("status")), toPlan(document),
				document.getInteger("calendarSequence"), (reason != null) ? toText(reason) : null);
	}

	private static MeetingPlan toPlan(Document document) {
		MeetingTime time = new MeetingTime(LocalDateTime.parse(document.getString("startsAt")),
				ZoneId.of(document.getString("zone")), document.getDate("start").toInstant());
		List<AgendaItem> agenda = document.getList("agenda", Document.class)
			.stream()
			.map((item) -> new AgendaItem(toText(item.get("title", Document.class))))
			.toList();
		return new MeetingPlan(MeetingType.valueOf(document.getString("type")),
				toText(document.get("title", Document.class)), time, document.getInteger("durationMinutes"),
				toVenue(document.get("venue", Document.class)), document.getString("chair"),
				document.getInteger("capacity"), agenda);
	}

	private static Venue toVenue(Document venue) {
		if (venue.containsKey("hallId")) {
			return new Venue.Hall(venue.getString("hallId"));
		}
		@Nullable Document text = venue.get("text", Document.class);
		return (text != null) ? new Venue.Place(toText(text)) : new Venue.Online(URI.create(venue.getString("url")));
	}

	private static BilingualText toText(Document text) {
		return new BilingualText(text.getString("ar"), text.getString("en"));
	}

	static Map<InvitationStatus, Integer> toTally(Document document) {
		Document stored = document.get("tally", Document.class);
		Map<InvitationStatus, Integer> tally = new EnumMap<>(InvitationStatus.class);
		for (InvitationStatus status : InvitationStatus.values()) {
			tally.put(status, stored.getInteger(status.name(), 0));
		}
		return tally;
	}

}
