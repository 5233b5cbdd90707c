package org.sharaka.meeting.meeting.input;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.meeting.meeting.MeetingTime;

import static java.util.Objects.requireNonNull;

/**
 * The body of {@code POST /meetings/{id}/reschedule}.
 *
 * @param durationMinutes null to keep it
 */
public record RescheduleForm(MeetingTime time, @Nullable Integer durationMinutes, BilingualText reason) {

	private static final int REASON = 2000;

	/**
	 * @throws org.sharaka.chassis.web.problem.ProblemException {@code invalid-input}
	 */
	public static RescheduleForm read(Input input, Instant now) {
		MeetingTime time = TimeFields.read(input, now);
		Integer minutes = TimeFields.durationMinutes(input.optional());
		BilingualText reason = input.bilingualMultilineText("reason", REASON);
		return input.orThrow(() -> new RescheduleForm(requireNonNull(time), minutes, requireNonNull(reason)));
	}

	/**
	 * The reason in the body of {@code POST /meetings/{id}/cancel}, if there is one.
	 * @throws org.sharaka.chassis.web.problem.ProblemException {@code invalid-input}
	 */
	public static @Nullable BilingualText readCancellation(Input input) {
		BilingualText reason = input.optional().bilingualMultilineText("reason", REASON);
		input.orThrow(() -> "");
		return reason;
	}

}
