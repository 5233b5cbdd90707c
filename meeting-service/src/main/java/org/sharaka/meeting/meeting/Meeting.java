package org.sharaka.meeting.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.Aggregate;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.command.Outcome.Changed;
import org.sharaka.chassis.command.Outcome.Refused;
import org.sharaka.chassis.command.Outcome.Unchanged;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.meeting.meeting.MeetingRefusal.UnknownAgendaItem;

/**
 * A meeting.
 *
 * @param round the round of invitations: 1 at first, one more with each new time
 * @param earlierTimes the times of the earlier rounds, in order
 * @param durationMinutes 1 to 43,200 (30 days)
 * @param calendarSequence SEQUENCE of its iCalendar entry (RFC 5545, 3.8.7.4): 0 at
 * first, one more with each new time and with the cancellation
 * @param lastReason why it was last moved or cancelled; null if nobody said why, or if
 * the last change was another one
 */
public record Meeting(String id, long version, Status status, int round, MeetingDetails details, MeetingTime time,
		List<MeetingTime> earlierTimes, int durationMinutes, int calendarSequence,
		@Nullable BilingualText lastReason) implements Aggregate {

	/** Whether a meeting takes place. */
	public enum Status {

		SCHEDULED, CANCELLED, HELD

	}

	public Meeting {
		earlierTimes = List.copyOf(earlierTimes);
	}

	/** A new meeting. */
	public static Outcome<Meeting, MeetingEvent> schedule(String id, MeetingDetails details, MeetingTime time,
			int durationMinutes, Instant now) {
		return MeetingPolicy.firstRefusal(MeetingPolicy.FOR_TIMES, time, now)
			.<Outcome<Meeting, MeetingEvent>>map(Refused::new)
			.orElseGet(() -> new Changed<>(
					new Meeting(id, 1, Status.SCHEDULED, 1, details, time, List.of(), durationMinutes, 0, null),
					List.of(new MeetingEvent.Scheduled())));
	}

	/** The policy, if any, that forbids to change, answer or invite to this meeting. */
	public Optional<MeetingRefusal> refusesChanges(Instant now) {
		return MeetingPolicy.firstRefusal(MeetingPolicy.FOR_CHANGES, this, now);
	}

	/** The time of a round, which is this one or an earlier one. */
	public MeetingTime timeOf(int ofRound) {
		return (ofRound == this.round) ? this.time : this.earlierTimes.get(ofRound - 1);
	}

	/**
	 * Moves the meeting to another time.
	 * @param minutes the new duration; null to keep it
	 */
	public Outcome<Meeting, MeetingEvent> reschedule(MeetingTime newTime, @Nullable Integer minutes,
			BilingualText reason, Instant now) {
		return unlessRefused(now, () -> {
			int newMinutes = (minutes != null) ? minutes : this.durationMinutes;
			if (newTime.equals(this.time) && newMinutes == this.durationMinutes) {
				return new Unchanged<>(this);
			}
			return MeetingPolicy.firstRefusal(MeetingPolicy.FOR_TIMES, newTime, now)
				.<Outcome<Meeting, MeetingEvent>>map(Refused::new)
				.orElseGet(() -> new Changed<>(
						new Meeting(this.id, this.version + 1, this.status, this.round + 1, this.details, newTime,
								Stream.concat(this.earlierTimes.stream(), Stream.of(this.time)).toList(), newMinutes,
								this.calendarSequence + 1, reason),
						List.of(new MeetingEvent.Rescheduled(this.time, reason))));
		});
	}

	/**
	 * Changes details.
	 * @param commandId from which the ids of new agenda items are derived
	 */
	public Outcome<Meeting, MeetingEvent> correct(MeetingCorrection correction, String commandId, Instant now) {
		return unlessRefused(now, () -> {
			Optional<String> unknown = correction.unknownItem(this.details);
			if (unknown.isPresent()) {
				return new Refused<>(new UnknownAgendaItem(unknown.get()));
			}
			MeetingDetails corrected = correction.applyTo(this.details, commandId);
			List<String> changed = this.details.changedFields(corrected);
			return changed.isEmpty() ? new Unchanged<>(this)
					: new Changed<>(
							new Meeting(this.id, this.version + 1, this.status, this.round, corrected, this.time,
									this.earlierTimes, this.durationMinutes, this.calendarSequence, null),
							List.of(new MeetingEvent.Updated(changed)));
		});
	}

	public Outcome<Meeting, MeetingEvent> cancel(@Nullable BilingualText reason, Instant now) {
		return unlessRefused(now,
				() -> new Changed<>(
						new Meeting(this.id, this.version + 1, Status.CANCELLED, this.round, this.details, this.time,
								this.earlierTimes, this.durationMinutes, this.calendarSequence + 1, reason),
						List.of(new MeetingEvent.Cancelled(reason))));
	}

	private Outcome<Meeting, MeetingEvent> unlessRefused(Instant now, Supplier<Outcome<Meeting, MeetingEvent>> decide) {
		return refusesChanges(now).<Outcome<Meeting, MeetingEvent>>map(Refused::new).orElseGet(decide);
	}

}
