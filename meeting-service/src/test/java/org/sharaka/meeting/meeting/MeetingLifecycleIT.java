package org.sharaka.meeting.meeting;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.event.Event;
import org.sharaka.meeting.testing.Api.Answer;
import org.sharaka.meeting.testing.Publisher;
import org.sharaka.meeting.testing.Requests;
import org.sharaka.meeting.testing.ServiceTest;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class MeetingLifecycleIT extends ServiceTest {

	@Test
	void isScheduledAnsweredMovedAndCancelled() {
		String one = this.register.registered();
		String other = this.register.registered("FOUNDATION", "H", "BH-13");
		Answer scheduled = this.api.schedule(Requests.reception(one, other));
		assertThat(scheduled.status()).as(scheduled.response().body()).isEqualTo(201);
		String id = scheduled.id();
		assertThat(scheduled.header("Location")).isEqualTo("/api/v1/meetings/" + id);
		assertThat(scheduled.header("ETag")).isEqualTo("\"1\"");
		assertThat(scheduled.json().path("startInstant").stringValue()).isEqualTo("2027-06-01T07:00:00Z");
		assertThat(scheduled.json().path("invitations").path("PENDING").intValue()).as("invited at once").isEqualTo(2);
		assertThat(scheduled.json().path("issuing").toString())
			.isEqualTo("{\"status\":\"DONE\",\"expected\":2,\"issued\":2}");

		Answer accepted = this.api.put(invitation(id, one),
				"{\"status\": \"ACCEPTED\", \"round\": 1, \"delegates\": [{\"name\": \"مندوبة الجمعية\"}]}", "If-Match",
				"\"1\"");
		assertThat(accepted.status()).as(accepted.response().body()).isEqualTo(200);
		assertThat(accepted.header("ETag")).isEqualTo("\"2\"");
		assertThat(accepted.json().path("delegates").path(0).path("name").stringValue()).isEqualTo("مندوبة الجمعية");
		assertThat(this.api.answer(id, other, "DECLINED").header("ETag")).isEqualTo("\"2\"");
		assertThat(this.api.answer(id, other, "DECLINED").header("ETag")).as("the same answer again")
			.isEqualTo("\"2\"");
		JsonNode counts = this.api.get("/api/v1/meetings/" + id).json().path("invitations");
		assertThat(counts.path("ACCEPTED").intValue()).isOne();
		assertThat(counts.path("DECLINED").intValue()).isOne();

		Answer moved = move(id, "2027-06-01T11:00:00");
		assertThat(moved.status()).as(moved.response().body()).isEqualTo(200);
		assertThat(moved.json().path("round").intValue()).isEqualTo(2);
		assertThat(moved.json().path("invitations").path("PENDING").intValue()).isEqualTo(2);
		assertThat(moved.json().path("calendarSequence").intValue()).isOne();
		assertThat(move(id, "2027-06-01T11:00:00").header("ETag")).as("the same time again").isEqualTo("\"2\"");
		Answer read = this.api.get(invitation(id, one));
		assertThat(read.json().path("status").stringValue()).isEqualTo("PENDING");
		assertThat(read.json().path("delegates")).isEmpty();
		assertThat(read.header("ETag")).as("another representation").isEqualTo("\"3\"");

		Answer late = this.api.put(invitation(id, one), "{\"status\": \"ACCEPTED\", \"round\": 1}", "Accept-Language",
				"en");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.problem()).isEqualTo("meeting-moved");
		assertThat(late.json().path("detail").stringValue()).contains("2027-06-01T10:00 (Asia/Riyadh)")
			.contains("2027-06-01T11:00 (Asia/Riyadh)");
		assertThat(this.api.answer(id, one, "TENTATIVE", "If-Match", "\"2\"").status()).isEqualTo(412);
		assertThat(this.api.answer(id, one, "TENTATIVE", "If-Match", "\"3\"").status()).isEqualTo(200);

		Answer cancelled = this.api.post("/api/v1/meetings/" + id + "/cancel", null);
		assertThat(cancelled.status()).as(cancelled.response().body()).isEqualTo(200);
		assertThat(cancelled.json().path("status").stringValue()).isEqualTo("CANCELLED");
		assertThat(this.api.answer(id, one, "ACCEPTED").problem()).isEqualTo("meeting-cancelled");
		assertThat(this.api.post("/api/v1/meetings/" + id + "/cancel", null).status()).isEqualTo(409);

		List<Event> events = awaitEvents(id, 8);
		assertThat(events).extracting(ServiceTest::shortType)
			.containsExactlyInAnyOrder("meeting.scheduled", "invitation.issued", "invitation.issued",
					"invitation.answered", "invitation.answered", "meeting.rescheduled", "invitation.answered",
					"meeting.cancelled");
		List<Event> ofMeeting = events.stream().filter((event) -> id.equals(event.subject())).toList();
		assertThat(ofMeeting).extracting(Event::sequence).containsExactly(1L, 2L, 3L);
		assertThat(ofMeeting.get(1).body().path("previousStartsAt").stringValue()).isEqualTo("2027-06-01T10:00:00");
		assertThat(ofMeeting.get(2).body().path("meeting").path("calendarSequence").intValue()).isEqualTo(2);
		List<Event> ofOne = events.stream().filter((event) -> (id + "/" + one).equals(event.subject())).toList();
		assertThat(ofOne).extracting((event) -> event.body().path("round").intValue()).containsExactly(1, 1, 2);
		assertThat(ofOne.get(1).body().path("delegates").intValue()).isOne();
		assertThat(events.toString()).doesNotContain("مندوبة");
	}

	private static String invitation(String meetingId, String charityId) {
		return "/api/v1/meetings/" + meetingId + "/invitations/" + charityId;
	}

	private Answer move(String id, String startsAt) {
		return this.api.post("/api/v1/meetings/" + id + "/reschedule", Requests.move(startsAt, "Asia/Riyadh"));
	}

	@Test
	void isCorrectedAndKeepsItsAgendaItemsAndItsHistory() {
		String id = this.api.schedule(Requests.reception(this.register.registered())).id();
		String path = "/api/v1/meetings/" + id;
		String item = this.api.get(path).json().path("agenda").path(0).path("id").stringValue();
		String patch = "{\"chair\": \"وكيل الوزارة\", \"capacity\": null, \"agenda\": [{\"title\": {\"ar\": \"ترحيب\"}},"
				+ " {\"id\": \"" + item + "\", \"title\": {\"ar\": \"كلمة\"}}]}";
		Answer patched = this.api.patch(path, patch);
		assertThat(patched.status()).as(patched.response().body()).isEqualTo(200);
		assertThat(patched.json().path("chair").stringValue()).isEqualTo("وكيل الوزارة");
		assertThat(patched.json().has("capacity")).isFalse();
		assertThat(patched.json().path("agenda").path(1).path("id").stringValue()).isEqualTo(item);
		assertThat(patched.json().path("agenda").path(0).path("id").stringValue()).isNotEqualTo(item);
		assertThat(patched.json().path("round").intValue()).isOne();
		assertThat(this.api
			.patch(path, "{\"agenda\": [{\"id\": \"" + Publisher.newId() + "\", \"title\": {\"ar\": \"كلمة\"}}]}")
			.problem()).isEqualTo("unknown-agenda-item");
		move(id, "2027-06-01T11:00:00");

		JsonNode history = this.api.get(path + "/history").json().path("items");
		assertThat(history).extracting((entry) -> entry.path("event").stringValue())
			.containsExactly("meeting.scheduled", "meeting.updated", "meeting.rescheduled");
		assertThat(history.get(1).path("actor").stringValue()).isEqualTo("anonymous");
		assertThat(history.get(1).path("changes")).extracting((change) -> change.path("pointer").stringValue())
			.contains("/chair", "/capacity", "/agenda");
		assertThat(history.get(2).path("reason").path("en").stringValue()).isEqualTo("A clash");
	}

	@Test
	void isListedByStartTypeAndCharity() {
		String charity = this.register.registered();
		List<String> ids = new ArrayList<>();
		for (String day : List.of("2028-03-03", "2028-03-01", "2028-03-02")) {
			ids.add(this.api
				.schedule(Requests.meeting(day + "T10:00", "Asia/Bahrain", Requests.byIds(List.of(charity))))
				.id());
		}
		String all = "/api/v1/meetings?charityId=" + charity;
		assertThat(listed(all)).containsExactly(ids.get(1), ids.get(2), ids.get(0));
		assertThat(listed(all + "&type=WORKSHOP")).isEmpty();
		assertThat(listed(all + "&type=RECEPTION&from=2028-03-02&to=2028-03-03")).containsExactly(ids.get(2));
		assertThat(listed(all + "&from=2028-03-02T07:00:00Z")).containsExactly(ids.get(2), ids.get(0));
		assertThat(listed(all + "&from=2028-03-02T07:00:01Z")).containsExactly(ids.get(0));

		Answer first = this.api.get(all + "&limit=2");
		String next = first.json().path("next").stringValue();
		assertThat(listed(all + "&limit=2")).containsExactly(ids.get(1), ids.get(2));
		assertThat(listed(all + "&limit=2&cursor=" + next)).containsExactly(ids.get(0));
		assertThat(this.api.get("/api/v1/meetings?from=soon&type=PARTY&charityId=x").errors())
			.containsExactlyInAnyOrder("?from bad-instant", "?type unknown-value", "?charityId bad-id");
	}

	private List<String> listed(String path) {
		return this.api.get(path)
			.json()
			.path("items")
			.valueStream()
			.map((meeting) -> meeting.path("id").stringValue())
			.toList();
	}

	@Test
	void showsItsInvitationsInPagesAndByStatus() {
		List<String> charities = Stream.generate(this.register::registered).limit(5).toList();
		String id = this.api.schedule(Requests.reception(charities.toArray(String[]::new))).id();
		this.api.answer(id, charities.get(2), "TENTATIVE");
		String path = "/api/v1/meetings/" + id + "/invitations";
		Answer first = this.api.get(path + "?limit=3&status=PENDING");
		assertThat(first.json().path("items")).hasSize(3);
		JsonNode rest = this.api.get(path + "?limit=3&status=PENDING&cursor=" + first.json().path("next").stringValue())
			.json();
		assertThat(rest.path("items")).hasSize(1);
		assertThat(rest.path("next").isNull()).isTrue();
		assertThat(this.api.get(path + "?status=TENTATIVE").json().path("items"))
			.extracting((one) -> one.path("charityId").stringValue())
			.containsExactly(charities.get(2));
		assertThat(this.api.get(path + "?status=MAYBE").errors()).containsExactly("?status unknown-value");
		assertThat(this.api.get("/api/v1/meetings/" + charities.get(0) + "/invitations").status()).isEqualTo(404);
	}

	@Test
	void invitesByCriteria() {
		String donor = this.register.registered("DONOR", "H", "SA-14");
		String elsewhere = this.register.registered("DONOR", "H", "SA-13");
		String other = this.register.registered("CENTRE", "H", "SA-14");
		String applicant = this.register.applied("DONOR", "H", "SA-14");
		String named = this.register.registered();
		// the named charity is waited for; partitions have no order among them
		Awaitility.await().untilAsserted(() -> {
			Answer scheduled = this.api.schedule(Requests.meeting("2027-06-01T10:00", "Asia/Riyadh", """
					{"kinds": ["DONOR", "FEDERATION"], "fields": ["H"], "regions": ["SA-14"], "charities": ["%s"]}"""
				.formatted(named)));
			assertThat(this.api.get("/api/v1/meetings/" + scheduled.id() + "/invitations").json().path("items"))
				.extracting((one) -> one.path("charityId").stringValue())
				.containsExactlyInAnyOrder(donor, named)
				.doesNotContain(elsewhere, other, applicant);
		});
	}

	@Test
	void isACalendarEntryInArabicUnlessEnglishIsAskedFor() throws Exception {
		String id = this.api
			.schedule(Requests.meeting("2027-07-01T10:00", "Europe/London",
					Requests.byIds(List.of(this.register.registered()))))
			.id();
		Answer arabic = this.api.get("/api/v1/meetings/" + id + ".ics");
		assertThat(arabic.status()).as(arabic.response().body()).isEqualTo(200);
		assertThat(arabic.header("Content-Type")).isEqualToIgnoringWhitespace("text/calendar;charset=utf-8");
		assertThat(arabic.header("ETag")).isEqualTo("\"1\"");
		Calendar calendar = new CalendarBuilder().build(new StringReader(arabic.response().body()));
		VEvent event = (VEvent) calendar.getComponents()
			.stream()
			.filter(VEvent.class::isInstance)
			.findFirst()
			.orElseThrow();
		assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
		assertThat(value(event, "UID")).isEqualTo(id);
		assertThat(value(event, "SUMMARY")).isEqualTo("لقاء الوزير برؤساء الجمعيات");
		assertThat(value(event, "LOCATION")).isEqualTo("القاعة الكبرى");
		assertThat(value(event, "DESCRIPTION")).contains("معالي الوزير").contains("1. كلمة الافتتاح");
		assertThat(value(event, "SEQUENCE")).isEqualTo("0");
		assertThat(value(event, "DTSTART")).isEqualTo("20270701T100000");
		assertThat(event.getRequiredProperty("DTSTART").getParameter("TZID").orElseThrow().getValue())
			.isEqualTo("Europe/London");
		assertThat(value(event, "DTEND")).isEqualTo("20270701T113000");
		assertThat(this.api.get("/api/v1/meetings/" + id).json().path("startInstant").stringValue())
			.as("British summer time")
			.isEqualTo("2027-07-01T09:00:00Z");

		assertThat(this.api.get("/api/v1/meetings/" + id + ".ics", "Accept-Language", "en").response().body())
			.contains("The Minister's reception");
		this.api.post("/api/v1/meetings/" + id + "/cancel", "{\"reason\": {\"ar\": \"عذر\"}}");
		assertThat(this.api.get("/api/v1/meetings/" + id + ".ics").response().body()).contains("STATUS:CANCELLED")
			.contains("SEQUENCE:1");
		assertThat(this.api.get("/api/v1/meetings/none.ics").status()).isEqualTo(404);
	}

	private static String value(VEvent event, String property) {
		return event.getProperty(property).map(Property::getValue).orElse("");
	}

}
