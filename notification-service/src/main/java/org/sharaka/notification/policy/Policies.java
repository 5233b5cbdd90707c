package org.sharaka.notification.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.sharaka.notification.delivery.Channel;

import static org.sharaka.notification.policy.Addressees.ALL_INVITED;
import static org.sharaka.notification.policy.Addressees.THE_AUDIENCE;
import static org.sharaka.notification.policy.Addressees.THE_CHARITY;
import static org.sharaka.notification.policy.Addressees.THE_INVITED;
import static org.sharaka.notification.policy.CalendarEntry.CANCEL;
import static org.sharaka.notification.policy.CalendarEntry.NONE;
import static org.sharaka.notification.policy.CalendarEntry.REQUEST;
import static org.sharaka.notification.policy.Expiry.AFTER_72_HOURS;
import static org.sharaka.notification.policy.Expiry.AS_ANNOUNCED;
import static org.sharaka.notification.policy.Expiry.MEETING_START;
import static org.sharaka.notification.policy.Priority.NORMAL;
import static org.sharaka.notification.policy.Priority.URGENT;

/**
 * All policies. An event of another type makes no notice.
 */
public final class Policies {

	private static final Set<Channel> BOTH = Set.of(Channel.EMAIL, Channel.SMS);

	/** What the event itself says. */
	private static final @Nullable Priority ITS_OWN = null;

	// @formatter:off
	public static final List<Policy> ALL = List.of(
		policy("charity.applied",              THE_CHARITY,  "charity-applied",      NORMAL,  AFTER_72_HOURS, NONE),
		policy("charity.returned",             THE_CHARITY,  "charity-returned",     NORMAL,  AFTER_72_HOURS, NONE),
		policy("charity.registered",           THE_CHARITY,  "charity-registered",   NORMAL,  AFTER_72_HOURS, NONE),
		policy("charity.refused",              THE_CHARITY,  "charity-refused",      NORMAL,  AFTER_72_HOURS, NONE),
		policy("charity.suspended",            THE_CHARITY,  "charity-suspended",    URGENT,  AFTER_72_HOURS, NONE),
		policy("charity.reinstated",           THE_CHARITY,  "charity-reinstated",   NORMAL,  AFTER_72_HOURS, NONE),
		policy("charity.dissolved",            THE_CHARITY,  "charity-dissolved",    URGENT,  AFTER_72_HOURS, NONE),
		policy("charity.removed",              THE_CHARITY,  "charity-removed",      URGENT,  AFTER_72_HOURS, NONE),
		policy("invitation.issued",            THE_INVITED,  "invitation-issued",    NORMAL,  MEETING_START,  REQUEST),
		policy("invitation.withdrawn",         THE_INVITED,  "invitation-withdrawn", NORMAL,  MEETING_START,  CANCEL),
		policy("meeting.rescheduled",          ALL_INVITED,  "meeting-rescheduled",  URGENT,  MEETING_START,  REQUEST),
		policy("meeting.cancelled",            ALL_INVITED,  "meeting-cancelled",    URGENT,  MEETING_START,  CANCEL),
		policy("ministry.announcement-issued", THE_AUDIENCE, "announcement",         ITS_OWN, AS_ANNOUNCED,   NONE));
	// @formatter:on

	private static final Map<String, Policy> BY_TYPE = ALL.stream()
		.collect(Collectors.toUnmodifiableMap(Policy::eventType, Function.identity()));

	private Policies() {
	}

	/** The policy for a full type; empty if nobody is told of such events. */
	public static Optional<Policy> of(String eventType) {
		return Optional.ofNullable(BY_TYPE.get(eventType));
	}

	/** Those of these full types that have a policy. */
	public static Set<String> among(Set<String> types) {
		return types.stream().filter(BY_TYPE::containsKey).collect(Collectors.toUnmodifiableSet());
	}

	private static Policy policy(String shortType, Addressees addressees, String template, @Nullable Priority priority,
			Expiry expiry, CalendarEntry calendar) {
		return new Policy("org.sharaka." + shortType + ".v1", addressees, template, BOTH, priority, expiry, calendar);
	}

}
