package org.sharaka.meeting.meeting;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The rules for the time that a meeting is scheduled for or moved to. */
public enum TimePolicy {

	/** Nobody is invited to what has begun. */
	LIES_AHEAD("not-in-future", MeetingTime::isAfter),

	/**
	 * A year mistyped by a century is found here. Ten years are more than anybody plans
	 * ahead.
	 */
	WITHIN_TEN_YEARS("too-far-ahead",
			(time, now) -> time.instant().isBefore(now.atOffset(ZoneOffset.UTC).plusYears(10).toInstant()));

	private final String code;

	private final BiPredicate<MeetingTime, Instant> rule;

	TimePolicy(String code, BiPredicate<MeetingTime, Instant> rule) {
		this.code = code;
		this.rule = rule;
	}

	/** The code of the error for a time that breaks this rule. */
	public String code() {
		return this.code;
	}

	/** The first rule that the time breaks. */
	public static Optional<TimePolicy> brokenBy(MeetingTime time, Instant now) {
		return Arrays.stream(values()).filter((policy) -> !policy.rule.test(time, now)).findFirst();
	}

}
