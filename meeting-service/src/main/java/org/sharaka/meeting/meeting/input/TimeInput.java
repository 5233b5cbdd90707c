package org.sharaka.meeting.meeting.input;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.meeting.meeting.MeetingPolicy;
import org.sharaka.meeting.meeting.MeetingTime;

import static java.util.Objects.requireNonNull;

/**
 * The body of {@code POST /meetings/{id}/reschedule}.
 *
 * @param durationMinutes null to keep it
 */
public record TimeInput(MeetingTime time, @Nullable Integer durationMinutes, BilingualText reason) {

	private static final int THIRTY_DAYS = 43_200;

	private static final int MAX_REASON_LENGTH = 2000;

	/**
	 * @throws org.sharaka.chassis.web.problem.ProblemException {@code invalid-input}
	 */
	public static TimeInput read(Input input, Instant now) {
		MeetingTime time = time(input, now);
		Integer minutes = durationMinutes(input.optional());
		BilingualText reason = input.bilingualMultilineText("reason", MAX_REASON_LENGTH);
		return input.orThrow(() -> new TimeInput(requireNonNull(time), minutes, requireNonNull(reason)));
	}

	/**
	 * The reason in the body of {@code POST /meetings/{id}/cancel}, if there is one.
	 * @throws org.sharaka.chassis.web.problem.ProblemException {@code invalid-input}
	 */
	public static @Nullable BilingualText cancellationReason(Input input) {
		BilingualText reason = input.optional().bilingualMultilineText("reason", MAX_REASON_LENGTH);
		input.orThrow(() -> "");
		return reason;
	}

	/**
	 * {@code startsAt} and {@code zone}; the model's policies are errors of the field.
	 */
	static @Nullable MeetingTime time(Input input, Instant now) {
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
		MeetingPolicy.firstRefusal(MeetingPolicy.FOR_TIMES, time.get(), now)
			.ifPresent((refusal) -> input.reject("/startsAt", refusal.code()));
		return time.get();
	}

	static @Nullable Integer durationMinutes(Input input) {
		return input.integer("durationMinutes", 1, THIRTY_DAYS);
	}

}
