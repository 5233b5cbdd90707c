package org.sharaka.notification.notice.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharaka.chassis.event.Topics;
import org.sharaka.notification.delivery.Channel;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationPoliciesTest {

	private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	private static final Instant MEETING = Instant.parse("2026-12-01T07:00:00Z");

	@Test
	void theseEventsAreToldAndNoOthers() {
		assertThat(NotificationPolicies.ALL).extracting((policy) -> shortName(policy.eventType()))
			.containsExactlyInAnyOrder("charity.applied", "charity.returned", "charity.registered", "charity.refused",
					"charity.suspended", "charity.reinstated", "charity.dissolved", "charity.removed",
					"invitation.issued", "invitation.withdrawn", "meeting.rescheduled", "meeting.cancelled",
					"ministry.announcement-issued");
		assertThat(NotificationPolicies.of("org.sharaka.invitation.answered.v1")).isEmpty();
		assertThat(NotificationPolicies.of("org.sharaka.meeting.scheduled.v1")).isEmpty();
		assertThat(NotificationPolicies.of("org.sharaka.charity.updated.v1")).isEmpty();
	}

	private static String shortName(String type) {
		return type.substring("org.sharaka.".length(), type.length() - ".v1".length());
	}

	@Test
	void everyTypeTravelsOnATopic() {
		Set<String> carried = new Topics("").all()
			.stream()
			.flatMap((topic) -> topic.types().stream())
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(carried).containsAll(NotificationPolicies.ALL.stream().map(NotificationPolicy::eventType).toList());
		assertThat(NotificationPolicies.among(carried)).hasSize(NotificationPolicies.ALL.size());
	}

	static Stream<NotificationPolicy> all() {
		return NotificationPolicies.ALL.stream();
	}

	@ParameterizedTest
	@MethodSource("all")
	void everyTemplateIsThereInBothLanguages(NotificationPolicy policy) {
		for (String language : Set.of("ar", "en")) {
			assertThat(getClass().getResource("/templates/" + policy.template() + "." + language + ".mustache"))
				.as(policy.template() + "." + language)
				.isNotNull();
		}
	}

	@ParameterizedTest
	@MethodSource("all")
	void everyPolicyUsesBothChannels(NotificationPolicy policy) {
		assertThat(policy.channels()).containsExactlyInAnyOrder(Channel.values());
	}

	@Test
	void whatEndsAMeetingForSomebodyTakesItOutOfTheCalendar() {
		assertThat(NotificationPolicies.ALL).filteredOn((policy) -> policy.calendar() == CalendarAction.CANCEL)
			.extracting((policy) -> shortName(policy.eventType()))
			.containsExactlyInAnyOrder("invitation.withdrawn", "meeting.cancelled");
		assertThat(NotificationPolicies.ALL).filteredOn((policy) -> policy.calendar() == CalendarAction.REQUEST)
			.extracting((policy) -> shortName(policy.eventType()))
			.containsExactlyInAnyOrder("invitation.issued", "meeting.rescheduled");
	}

	@Test
	void nobodyIsToldOfAMeetingThatHasBegun() {
		assertThat(Expiry.MEETING_START.of(new Expiry.Times(NOON, Priority.NORMAL, MEETING, null))).isEqualTo(MEETING);
	}

	@Test
	void decisionsAreWorthThreeDays() {
		assertThat(Expiry.AFTER_72_HOURS.of(new Expiry.Times(NOON, Priority.URGENT, null, null)))
			.isEqualTo(NOON.plus(Duration.ofHours(72)));
	}

	@ParameterizedTest
	@EnumSource
	void anAnnouncementThatDoesNotSayLivesAsLongAsItsPriority(Priority priority) {
		assertThat(Expiry.AS_ANNOUNCED.of(new Expiry.Times(NOON, priority, null, null)))
			.isEqualTo(NOON.plus(priority.lifetime()));
		assertThat(Expiry.AS_ANNOUNCED.of(new Expiry.Times(NOON, priority, null, MEETING)))
			.as(priority.name().toLowerCase(Locale.ROOT))
			.isEqualTo(MEETING);
	}

}
