package org.sharaka.meeting.meeting.input;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.chassis.id.Ids;
import org.sharaka.chassis.web.problem.ProblemException;
import org.sharaka.meeting.meeting.MeetingCorrection;
import org.sharaka.meeting.meeting.MeetingCorrection.AgendaLine;
import org.sharaka.meeting.charity.Criteria;
import org.sharaka.meeting.charity.Kind;
import org.sharaka.meeting.charity.Audience;
import org.sharaka.meeting.charity.usecase.ResolveAudience.AudienceError;
import org.sharaka.meeting.charity.usecase.ResolveAudience.ResolvedAudience;
import org.sharaka.meeting.meeting.Venue;
import org.sharaka.meeting.meeting.usecase.ScheduleMeeting.Plan;
import org.sharaka.meeting.testing.Fixtures;
import org.sharaka.meeting.testing.Requests;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MeetingInputTest {

	private static final String ID = "0193a1b2-7c00-7a10-8c01-5d2f6a9b0e11";

	private static final String GOOD = Requests.meeting("2026-12-01T10:00", "Asia/Riyadh",
			"{\"charities\": [\"" + ID.toUpperCase() + "\"], \"kinds\": [\"DONOR\"], \"regions\": []}");

	@Test
	void readsThePlanAndTheAudience() {
		Plan plan = plan(input(GOOD));
		assertThat(plan.time()).isEqualTo(Fixtures.riyadh("2026-12-01T10:00:00"));
		assertThat(plan.details().title().ar()).isEqualTo("لقاء الوزير برؤساء الجمعيات");
		assertThat(plan.details().capacity()).isEqualTo(60);
		assertThat(plan.details().agenda()).hasSize(1).allMatch((item) -> Ids.isId(item.id()));
		assertThat(plan.audience())
			.isEqualTo(new Audience(List.of(ID), new Criteria(Set.of(new Kind("DONOR")), Set.of(), Set.of())));
	}

	@Test
	void acceptsArabicDigits() {
		String typed = GOOD.replace("2026-12-01T10:00", "٢٠٢٦-١٢-٠١T١٠:٠٠").replace(" 90,", " \"٩٠\",");
		Plan plan = plan(input(typed));
		assertThat(plan.time()).isEqualTo(Fixtures.riyadh("2026-12-01T10:00:00"));
		assertThat(plan.durationMinutes()).isEqualTo(90);
	}

	@Test
	void readsEachKindOfVenue() {
		assertThat(venue("{\"hallId\": \"" + ID + "\"}").hallId()).isEqualTo(ID);
		assertThat(venue("{\"text\": {\"ar\": \"قاعة\"}}").text()).isNotNull();
		assertThat(venue("{\"url\": \"https://meet.ministry.test/1\", \"text\": null}").url()).isNotNull();
	}

	@Test
	void requiresExactlyOneVenue() {
		assertThat(errors(with("venue", "{}"))).containsExactly("/venue not-one-venue");
		assertThat(errors(with("venue", "{\"hallId\": \" \", \"url\": null}"))).containsExactly("/venue not-one-venue");
		assertThat(errors(with("venue", "{\"text\": {\"ar\": \"قاعة\"}, \"url\": \"https://meet.ministry.test/1\"}")))
			.containsExactly("/venue not-one-venue");
	}

	@Test
	void refusesTimesThatThePoliciesForbid() {
		assertThat(errors(with("startsAt", "\"2026-11-22T10:59:59\""))).containsExactly("/startsAt not-in-future");
		assertThat(errors(with("startsAt", "\"2126-11-22T11:00:00\""))).containsExactly("/startsAt too-far-ahead");
		assertThat(errors(with("startsAt", "\"2026-12-01T10:00:00.5\"")))
			.containsExactly("/startsAt fraction-of-second");
		String gap = GOOD.replace("2026-12-01T10:00", "2027-03-28T01:30").replace("Asia/Riyadh", "Europe/London");
		assertThat(errors(input(gap))).containsExactly("/startsAt skipped-local-time");
	}

	@Test
	void requiresAnAudience() {
		assertThat(errors(with("invite", "{}"))).containsExactly("/invite nobody-invited");
		assertThat(errors(with("invite", "{\"charities\": [], \"kinds\": []}")))
			.containsExactly("/invite nobody-invited");
	}

	@Test
	void reportsWhatIsWrongWithTheAudienceBesideTheRest() {
		Input input = with("type", "\"PARTY\"");
		MeetingInput meeting = MeetingInput.read(input, ID, Fixtures.NOW);
		Audience audience = meeting.audience().orElseThrow().audience();
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> meeting
			.plan(Optional.of(new ResolvedAudience(audience, 0, List.of(new AudienceError(ID, "unknown-charity"))))));
		assertThat(input.errors()).extracting((error) -> error.pointer() + " " + error.code())
			.containsExactly("/type unknown-value", "/invite/charities/0 unknown-charity");
	}

	@Test
	void readsAMergePatch() {
		MeetingCorrection patch = MeetingInput.readCorrection(
				input("{\"capacity\": null, \"agenda\": [{\"id\": \"" + ID + "\", \"title\": {\"ar\": \"بند\"}}]}"));
		assertThat(patch.noCapacity()).isTrue();
		assertThat(patch.title()).isNull();
		assertThat(patch.agenda()).extracting(AgendaLine::id).containsExactly(ID);
	}

	private static Input input(String json) {
		return Input.of(JsonMapper.shared().readTree(json));
	}

	private static Input with(String field, String json) {
		ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(GOOD);
		document.set(field, JsonMapper.shared().readTree(json));
		return Input.of(document);
	}

	private static Plan plan(Input input) {
		MeetingInput meeting = MeetingInput.read(input, ID, Fixtures.NOW);
		return meeting.plan(meeting.audience().map((read) -> new ResolvedAudience(read.audience(), 1, List.of())));
	}

	private static Venue venue(String json) {
		return plan(with("venue", json)).details().venue();
	}

	private static List<String> errors(Input input) {
		MeetingInput.read(input, ID, Fixtures.NOW);
		return input.errors().stream().map((error) -> error.pointer() + " " + error.code()).toList();
	}

}
