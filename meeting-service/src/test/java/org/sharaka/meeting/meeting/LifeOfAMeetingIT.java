package org.sharaka.meeting.meeting;

import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.event.CloudEvents;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.testing.PublishedEvents;
import org.sharaka.chassis.testing.RealParts;
import org.sharaka.meeting.testing.Api;
import org.sharaka.meeting.testing.Api.Answer;
import org.sharaka.meeting.testing.Publisher;
import org.sharaka.meeting.testing.Register;
import org.sharaka.meeting.testing.Requests;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@RealParts
class LifeOfAMeetingIT {

	@LocalServerPort
	int port;

	private Publisher publisher;

	private Register register;

	private Api api;

	private PublishedEvents published;

	@BeforeEach
	void connect() {
		this.publisher = new Publisher(getClass());
		this.register = new Register(this.publisher);
		this.api = new Api(this.port);
		this.published = PublishedEvents.of(getClass(), "partnership.meetings");
	}

	@AfterEach
	void disconnect() {
		this.published.close();
		this.publisher.close();
	}

	private List<Event> eventsOf(String meetingId, int count) {
		Awaitility.await()
			.until(() -> this.published.records()
				.stream()
				.filter((record) -> meetingId.equals(CloudEvents.read(record).subject()))
				.count() >= count);
		return this.published.records()
			.stream()
			.map(CloudEvents::read)
			.filter((event) -> meetingId.equals(event.subject()))
			.toList();
	}

	@Test
	void isScheduledAnsweredMovedAndCancelled() {
		String one = this.register.registered();
		String other = this.register.registered("FOUNDATION", "H", "BH-13");
		Answer scheduled = this.api.schedule(Requests.reception(one, other));
		assertThat(scheduled.status()).as(scheduled.response().body()).isEqualTo(201);
		String id = scheduled.id();
		assertThat(scheduled.header("Location")).isEqualTo("/api/v1/meetings/" + id);
		assertThat(scheduled.header("ETag")).isEqualTo("\"3\"");
		assertThat(scheduled.json().path("startInstant").stringValue()).isEqualTo("2027-06-01T07:00:00Z");
		assertThat(scheduled.json().path("title").path("ar").stringValue()).isEqualTo("لقاء الوزير برؤساء الجمعيات");

		Answer accepted = this.api.put("/api/v1/meetings/" + id + "/invitations/" + one,
				"{\"status\": \"ACCEPTED\", \"delegates\": [{\"name\": \"مندوبة الجمعية\"}]}", "If-Match", "\"3\"");
		assertThat(accepted.status()).as(accepted.response().body()).isEqualTo(200);
		assertThat(accepted.header("ETag")).isEqualTo("\"4\"");
		assertThat(accepted.json().path("delegates").path(0).path("name").stringValue()).isEqualTo("مندوبة الجمعية");
		Answer declined = this.api.answer(id, other, "DECLINED");
		assertThat(declined.header("ETag")).isEqualTo("\"5\"");
		assertThat(this.api.answer(id, other, "DECLINED").header("ETag")).as("the same answer again")
			.isEqualTo("\"5\"");
		JsonNode tally = this.api.get("/api/v1/meetings/" + id).json().path("invitations");
		assertThat(tally.path("ACCEPTED").intValue()).isOne();
		assertThat(tally.path("DECLINED").intValue()).isOne();

		Answer moved = this.api.post("/api/v1/meetings/" + id + "/reschedule",
				Requests.move("2027-06-01T11:00:00", "Asia/Riyadh"));
		assertThat(moved.status()).as(moved.response().body()).isEqualTo(200);
		assertThat(moved.json().path("invitations").path("PENDING").intValue()).isEqualTo(2);
		assertThat(moved.json().path("calendarSequence").intValue()).isOne();
		assertThat(this.api
			.post("/api/v1/meetings/" + id + "/reschedule", Requests.move("2027-06-01T11:00:00", "Asia/Riyadh"))
			.header("ETag")).as("the same time again").isEqualTo("\"6\"");

		Answer cancelled = this.api.post("/api/v1/meetings/" + id + "/cancel", null);
		assertThat(cancelled.status()).as(cancelled.response().body()).isEqualTo(200);
		assertThat(cancelled.json().path("status").stringValue()).isEqualTo("CANCELLED");
		assertThat(this.api.answer(id, one, "ACCEPTED").problem()).isEqualTo("meeting-cancelled");
		assertThat(this.api.post("/api/v1/meetings/" + id + "/cancel", null).status()).isEqualTo(409);

		List<Event> events = eventsOf(id, 7);
		assertThat(events).extracting((event) -> event.type().replaceAll("org.sharaka.|.v1", ""))
			.containsExactly("meeting.scheduled", "invitation.issued", "invitation.issued", "invitation.answered",
					"invitation.answered", "meeting.rescheduled", "meeting.cancelled");
		assertThat(events).extracting(Event::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
		assertThat(events.get(0).body().path("invited").valueStream().map(JsonNode::stringValue))
			.containsExactlyInAnyOrder(one, other);
		assertThat(events.get(3).body().path("delegates").intValue()).isOne();
		assertThat(events.get(3).body().toString()).doesNotContain("مندوبة");
		assertThat(events.get(5).body().path("previousStartsAt").stringValue()).isEqualTo("2027-06-01T10:00:00");
		assertThat(events.get(5).body().path("invited")).hasSize(2);
		assertThat(events.get(6).body().path("meeting").path("status").stringValue()).isEqualTo("CANCELLED");
		assertThat(events.get(6).body().path("meeting").path("calendarSequence").intValue()).isEqualTo(2);
	}

}
