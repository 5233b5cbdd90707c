package org.sharaka.meeting.meeting.input;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.meeting.meeting.MeetingTime;
import org.sharaka.meeting.meeting.TimePolicy;

/** The fields {@code startsAt}, {@code zone} and {@code durationMinutes}. */
final class TimeFields {

	private static final int THIRTY_DAYS = 43_200;

	private TimeFields() {
	}

	static @Nullable MeetingTime read(Input input, Instant now) {
		LocalDateTime local = input.localDateTime("startsAt");
		ZoneId zone = input.zone("zone");
		if (local != null && local.getNano() != 0) {
			input.reject("/startsAt", "fraction-of-second");
			return null;
		}
		if (local == null || zone == null) {
			return null;
		}
		Optional<MeetingTime> time = MeetingTime.of(local, zone);
		if (time.isEmpty()) {
			input.reject("/startsAt", "skipped-local-time", zone.getId());
			return null;
		}
		TimePolicy.brokenBy(time.get(), now).ifPresent((policy) -> input.reject("/startsAt", policy.code()));
		return time.get();
	}

	static @Nullable Integer durationMinutes(Input input) {
		return input.integer("durationMinutes", 1, THIRTY_DAYS);
	}

}
