package org.sharaka.meeting.meeting;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * When a meeting starts: the wall clock at the place, its zone, and the instant that
 * follows from both.
 *
 * @param local to the second
 * @param zone an IANA zone
 * @param instant derived when the meeting is planned. It does not change if the zone's
 * rules change later, because people were told this time
 */
public record MeetingTime(LocalDateTime local, ZoneId zone, Instant instant) {

	/**
	 * The instant of a wall-clock time. In an overlap, when clocks are set back and the
	 * time comes twice, the earlier one.
	 * @return empty in a gap, when clocks are set forward and the time never comes
	 */
	public static Optional<MeetingTime> of(LocalDateTime local, ZoneId zone) {
		List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
		return offsets.stream().findFirst().map((earlier) -> new MeetingTime(local, zone, local.toInstant(earlier)));
	}

	public boolean isAfter(Instant now) {
		return this.instant.isAfter(now);
	}

	/** Such as {@code 2026-12-01T10:00 (Asia/Riyadh)}, for the texts of refusals. */
	@Override
	public String toString() {
		return this.local + " (" + this.zone.getId() + ")";
	}

}
