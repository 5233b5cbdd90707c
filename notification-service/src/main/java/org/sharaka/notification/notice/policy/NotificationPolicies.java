package org.sharaka.notification.notice.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.sharaka.notification.delivery.Channel;

import static org.sharaka.notification.notice.policy.CalendarAction.CANCEL;
import static org.sharaka.notification.notice.policy.CalendarAction.NONE;
import static org.sharaka.notification.notice.policy.CalendarAction.REQUEST;
import static org.sharaka.notification.notice.policy.Expiry.AFTER_72_HOURS;
import static org.sharaka.notification.notice.policy.Expiry.AS_ANNOUNCED;
import static org.sharaka.notification.notice.policy.Expiry.MEETING_START;
import static org.sharaka.notification.notice.policy.Priority.NORMAL;
import static org.sharaka.notification.notice.policy.Priority.URGENT;
import static org.sharaka.notification.notice.policy.RecipientRule.AUDIENCE;
import static org.sharaka.notification.notice.policy.RecipientRule.CHARITY;
import static org.sharaka.notification.notice.policy.RecipientRule.INVITED_CHARITIES;
import static org.sharaka.notification.notice.policy.RecipientRule.INVITED_CHARITY;

/**
 * All policies. An event of another type makes no notice.
 */
public final class NotificationPolicies {

	private static final Set<Channel> BOTH = Set.of(Channel.EMAIL, Channel.SMS);

	/** What the event itself says. */
	private static final @Nullable Priority ITS_OWN = null;

	// @formatter:off
	public static final List<NotificationPolicy> ALL = List.of(
		policy("charity.applied",              CHARITY,  "charity-applied",      NORMAL,  AFTER_72_HOURS, NONE),
		policy("charity.returned",             CHARITY,  "charity-returned",     NORMAL,  AFTER_72_HOURS, NONE),
		policy("charity.registered",           CHARITY,  "charity-registered",   NORMAL,  AFTER_72_HOURS, NONE),
		policy("charity.refused",              CHARITY,  "charity-refused",      NORMAL,  AFTER_72_HOURS, NONE),
		policy("charity.suspended",            CHARITY,  "charity-suspended",    URGENT,  AFTER_72_HOURS, NONE),
		policy("charity.reinstated",           CHARITY,  "charity-reinstated",   NORMAL,  AFTER_72_HOURS, NONE),
		policy("charity.dissolved",            CHARITY,  "charity-dissolved",    URGENT,  AFTER_72_HOURS, NONE),
		policy("charity.removed",              CHARITY,  "charity-removed",      URGENT,  AFTER_72_HOURS, NONE),
		policy("invitation.issued",            INVITED_CHARITY,  "invitation-issued",    NORMAL,  MEETING_START,  REQUEST),
		policy("invitation.withdrawn",         INVITED_CHARITY,  "invitation-withdrawn", NORMAL,  MEETING_START,  CANCEL),
		policy("meeting.rescheduled",          INVITED_CHARITIES,  "meeting-rescheduled",  URGENT,  MEETING_START,  REQUEST),
		policy("meeting.cancelled",            INVITED_CHARITIES,  "meeting-cancelled",    URGENT,  MEETING_START,  CANCEL),
		policy("ministry.announcement-issued", AUDIENCE, "announcement",         ITS_OWN, AS_ANNOUNCED,   NONE));
	// @formatter:on

	private static final Map<String, NotificationPolicy> BY_TYPE = ALL.stream()
		.collect(Collectors.toUnmodifiableMap(NotificationPolicy::eventType, Function.identity()));

	private NotificationPolicies() {
	}

	/** The policy for a full type; empty if nobody is notified of such events. */
	public static Optional<NotificationPolicy> of(String eventType) {
		return Optional.ofNullable(BY_TYPE.get(eventType));
	}

	/** Those of these full types that have a policy. */
	public static Set<String> among(Set<String> types) {
		return types.stream().filter(BY_TYPE::containsKey).collect(Collectors.toUnmodifiableSet());
	}

	private static NotificationPolicy policy(String shortType, RecipientRule recipients, String template,
			@Nullable Priority priority, Expiry expiry, CalendarAction calendar) {
		return new NotificationPolicy("org.sharaka." + shortType + ".v1", recipients, template, BOTH, priority, expiry,
				calendar);
	}

}
