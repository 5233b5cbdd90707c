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
import org.sharaka.notification.notice.Matter;
import org.sharaka.notification.policy.Priority;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class MattersTest {

	private static final Instant TIME = Instant.parse("2026-11-22T09:00:00Z");

	private static final Instant RECEIVED = TIME.plusSeconds(2);

	private static JsonNode sample(String name) throws IOException {
		try (InputStream in = MattersTest.class.getResourceAsStream("/contracts/samples/org.sharaka." + name)) {
			return JsonMapper.shared().readTree(Objects.requireNonNull(in, name));
		}
	}

	private static Event event(String shortType, JsonNode data, Instant time) {
		return new Event("e1", "/test", "org.sharaka." + shortType + ".v1", "subject", time, 1, null, "key", data);
	}

	private static Matter matter(String shortType) throws IOException {
		return Matters.of(event(shortType, sample(shortType + ".v1.json"), TIME), RECEIVED).orElseThrow();
	}

	@ParameterizedTest
	@ValueSource(strings = { "charity.applied", "charity.returned", "charity.registered", "charity.refused",
			"charity.suspended", "charity.reinstated", "charity.dissolved", "charity.removed" })
	void aDecisionConcernsItsCharity(String type) throws IOException {
		JsonNode data = sample(type + ".v1.json");
		Matter.ForCharities matter = (Matter.ForCharities) matter(type);
		assertThat(matter.charityIds()).containsExactly(data.path("id").asString());
		assertThat(matter.occasion().expiresAt()).isEqualTo(TIME.plus(Duration.ofHours(72)));
		assertThat(matter.occasion().data()).isEqualTo(data.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "invitation.issued", "invitation.withdrawn" })
	void anInvitationConcernsWhoIsInvited(String type) throws IOException {
		JsonNode data = sample(type + ".v1.json");
		Matter.ForCharities matter = (Matter.ForCharities) matter(type);
		assertThat(matter.charityIds()).containsExactly(data.path("charityId").asString());
		assertThat(matter.occasion().expiresAt())
			.isEqualTo(Instant.parse(data.path("meeting").path("startInstant").asString()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "meeting.rescheduled", "meeting.cancelled" })
	void aMeetingConcernsAllInvited(String type) throws IOException {
		Matter.ForCharities matter = (Matter.ForCharities) matter(type);
		assertThat(matter.charityIds()).hasSize(sample(type + ".v1.json").path("invited").size()).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "invitation.answered", "meeting.scheduled", "charity.updated" })
	void otherEventsConcernNobody(String type) throws IOException {
		assertThat(Matters.of(event(type, sample(type + ".v1.json"), TIME), RECEIVED)).isEmpty();
	}

	@Test
	void anAnnouncementSaysItself() throws IOException {
		Matter.ForAudience matter = (Matter.ForAudience) matter("ministry.announcement-issued");
		assertThat(matter.audience())
			.isEqualTo(new Audience(Set.of(), Set.of("ASSOCIATION", "FOUNDATION"), Set.of(), Set.of("SA-01", "SA-04")));
		assertThat(matter.occasion().priority()).isEqualTo(Priority.NORMAL);
		assertThat(matter.occasion().expiresAt()).isEqualTo(Instant.parse("2026-12-31T20:59:59Z"));
	}

	@Test
	void anAnnouncementToNobodyInParticularIsToEveryone() throws IOException {
		JsonNode data = sample("ministry.announcement-issued.v1.everyone.json");
		Matter.ForAudience matter = (Matter.ForAudience) Matters
			.of(event("ministry.announcement-issued", data, TIME), RECEIVED)
			.orElseThrow();
		assertThat(matter.audience().isEveryone()).isTrue();
		assertThat(matter.occasion().expiresAt()).isEqualTo(TIME.plus(Duration.ofHours(24)));
	}

	@Test
	void anEventWithoutATimeHappenedWhenItCame() throws IOException {
		Matter matter = Matters
			.of(event("charity.registered", sample("charity.registered.v1.json"), Instant.EPOCH), RECEIVED)
			.orElseThrow();
		assertThat(matter.occasion().happenedAt()).isEqualTo(RECEIVED);
	}

}
