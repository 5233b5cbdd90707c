package org.sharaka.notification.notice.messaging;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharaka.chassis.event.Event;
import org.sharaka.notification.charity.Audience;
import org.sharaka.notification.notice.NotificationRequest;
import org.sharaka.notification.notice.policy.Priority;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationRequestMapperTest {

	private static final Instant TIME = Instant.parse("2026-11-22T09:00:00Z");

	private static final Instant RECEIVED = TIME.plusSeconds(2);

	private static JsonNode sample(String name) throws IOException {
		try (InputStream in = NotificationRequestMapperTest.class
			.getResourceAsStream("/contracts/samples/org.sharaka." + name)) {
			return JsonMapper.shared().readTree(Objects.requireNonNull(in, name));
		}
	}

	private static Event event(String shortType, JsonNode data, Instant time) {
		return new Event("e1", "/test", "org.sharaka." + shortType + ".v1", "subject", time, 1, null, "key", data);
	}

	private static NotificationRequest request(String shortType) throws IOException {
		return Objects.requireNonNull(
				NotificationRequestMapper.request(event(shortType, sample(shortType + ".v1.json"), TIME), RECEIVED));
	}

	@ParameterizedTest
	@ValueSource(strings = { "charity.applied", "charity.returned", "charity.registered", "charity.refused",
			"charity.suspended", "charity.reinstated", "charity.dissolved", "charity.removed" })
	void aDecisionIsWorthANoticeForThreeDays(String type) throws IOException {
		NotificationRequest request = request(type);
		assertThat(request.expiresAt()).isEqualTo(TIME.plus(Duration.ofHours(72)));
		assertThat(request.data()).isEqualTo(sample(type + ".v1.json").toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "invitation.issued", "invitation.withdrawn", "meeting.rescheduled", "meeting.cancelled" })
	void anEventOfAMeetingIsWorthANoticeUntilItsStart(String type) throws IOException {
		assertThat(request(type).expiresAt())
			.isEqualTo(Instant.parse(sample(type + ".v1.json").path("meeting").path("startInstant").asString()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "invitation.answered", "meeting.scheduled", "charity.updated" })
	void otherEventsMakeNoRequest(String type) throws IOException {
		assertThat(NotificationRequestMapper.request(event(type, sample(type + ".v1.json"), TIME), RECEIVED)).isNull();
	}

	@Test
	void anAnnouncementNamesItsAudiencePriorityAndExpiry() throws IOException {
		NotificationRequest request = request("ministry.announcement-issued");
		assertThat(NotificationRequestMapper.audience(sample("ministry.announcement-issued.v1.json").path("audience")))
			.isEqualTo(new Audience(Set.of(), Set.of("ASSOCIATION", "FOUNDATION"), Set.of(), Set.of("SA-01", "SA-04")));
		assertThat(request.priority()).isEqualTo(Priority.NORMAL);
		assertThat(request.expiresAt()).isEqualTo(Instant.parse("2026-12-31T20:59:59Z"));
	}

	@Test
	void anAnnouncementWithoutCriteriaAddressesEveryone() throws IOException {
		JsonNode data = sample("ministry.announcement-issued.v1.everyone.json");
		NotificationRequest request = Objects.requireNonNull(
				NotificationRequestMapper.request(event("ministry.announcement-issued", data, TIME), RECEIVED));
		assertThat(NotificationRequestMapper.audience(data.path("audience")).isEveryone()).isTrue();
		assertThat(request.expiresAt()).isEqualTo(TIME.plus(Duration.ofHours(24)));
	}

	@Test
	void anEventWithoutATimeHappenedWhenItArrived() throws IOException {
		NotificationRequest request = Objects.requireNonNull(NotificationRequestMapper
			.request(event("charity.registered", sample("charity.registered.v1.json"), Instant.EPOCH), RECEIVED));
		assertThat(request.happenedAt()).isEqualTo(RECEIVED);
	}

}
