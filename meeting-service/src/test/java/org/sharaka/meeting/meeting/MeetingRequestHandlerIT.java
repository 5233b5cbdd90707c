package org.sharaka.meeting.meeting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.id.Ids;
import org.sharaka.meeting.testing.Api.Answer;
import org.sharaka.meeting.testing.Publisher;
import org.sharaka.meeting.testing.Requests;
import org.sharaka.meeting.testing.ServiceTest;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Meetings that a ministry system asks for by events. */
class MeetingRequestHandlerIT extends ServiceTest {

	@Test
	void areScheduledOnceHoweverOftenTheyArrive() {
		String charity = this.register.registered();
		String event = Publisher.newId();
		for (int copy = 0; copy < 5; copy++) {
			this.publisher.requestMeeting(event, Requests.reception(charity));
		}
		String meeting = Ids.derived("/ministry/correspondence", event);
		assertThat(awaitEvents(meeting, 2)).extracting(ServiceTest::shortType)
			.containsExactlyInAnyOrder("meeting.scheduled", "invitation.issued");
		// one more, after all copies: events of one key are handled in their order
		String last = Publisher.newId();
		this.publisher.requestMeeting(last, Requests.reception(charity));
		awaitEvents(Ids.derived("/ministry/correspondence", last), 2);
		assertThat(awaitEvents(meeting, 2)).hasSize(2);
		assertThat(this.api.get("/api/v1/meetings?charityId=" + charity).json().path("items")).hasSize(2);
		Answer one = this.api.get("/api/v1/meetings/" + meeting);
		assertThat(one.json().path("title").path("ar").stringValue()).isEqualTo("لقاء الوزير برؤساء الجمعيات");
	}

	@Test
	void thatCannotBeAreDeadLettersWithAReasonAndHoldNothingUp() {
		String past = Publisher.newId();
		String unknown = Publisher.newId();
		String charity = this.register.registered();
		this.publisher.requestMeeting(past,
				Requests.meeting("2020-01-01T10:00", "Mars/Olympus", "{\"charities\": []}"));
		this.publisher.requestMeeting(unknown, Requests.reception(charity, unknown));
		String good = Publisher.newId();
		this.publisher.requestMeeting(good, Requests.reception(charity));
		awaitEvents(Ids.derived("/ministry/correspondence", good), 2);

		JsonNode invalid = awaitDeadLetter("invalid-input");
		assertThat(invalid.path("reason").stringValue()).contains("/zone: This is not the name of a time zone")
			.contains("/invite: Name charities")
			.doesNotContain("Mars");
		JsonNode waited = awaitDeadLetter("unknown-charity");
		assertThat(waited.path("reason").stringValue()).contains("/invite/charities/1");
		assertThat(waited.path("attempts").intValue()).isGreaterThan(1);

		String applicant = this.register.applied("CENTRE", "A", "SA-02");
		Awaitility.await()
			.until(() -> this.api.schedule(Requests.reception(applicant)).errors(),
					List.of("/invite/charities/0 not-registered")::equals);
		this.publisher.requestMeeting(Publisher.newId(), Requests.reception(applicant));
		assertThat(awaitDeadLetter("not-registered").path("reason").stringValue())
			.isEqualTo("/invite/charities/0: This charity is not registered at present.");
	}

	/** The newest of this kind. */
	private JsonNode awaitDeadLetter(String code) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.api.get("/api/v1/ops/dead-letters")
				.json()
				.path("items")
				.valueStream()
				.filter((letter) -> code.equals(letter.path("code").stringValue("")))
				.findFirst(), Optional::isPresent)
			.orElseThrow();
	}

}
