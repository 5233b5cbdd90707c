package org.sharaka.meeting.meeting.input;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.chassis.web.problem.InputError;
import org.sharaka.meeting.charity.Criteria;
import org.sharaka.meeting.charity.Kind;
import org.sharaka.meeting.meeting.GuestList.Fault;
import org.sharaka.meeting.meeting.GuestList.Guests;
import org.sharaka.meeting.meeting.Invite;
import org.sharaka.meeting.meeting.MeetingPlan;
import org.sharaka.meeting.meeting.Venue;
import org.sharaka.meeting.testing.Fixtures;
import org.sharaka.meeting.testing.Requests;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class MeetingFormTest {

	private static final String ID = "0193a1b2-7c00-7a10-8c01-5d2f6a9b0e11";

	private static final String GOOD = Requests.meeting("2026-12-01T10:00", "Asia/Riyadh",
			"{\"charities\": [\"" + ID.toUpperCase() + "\"], \"kinds\": [\"DONOR\"], \"regions\": []}");

	@Test
	void readsAPlanAndWhomToInvite() {
		MeetingForm form = MeetingForm.read(input(GOOD), Fixtures.NOW);
		MeetingPlan plan = form.orThrow();
		assertThat(plan.time()).isEqualTo(Fixtures.riyadh("2026-12-01T10:00:00"));
		assertThat(plan.title().ar()).isEqualTo("لقاء الوزير برؤساء الجمعيات");
		assertThat(plan.capacity()).isEqualTo(60);
		Invite invite = form.invite().orElseThrow();
		assertThat(invite.charityIds()).containsExactly(ID);
		assertThat(invite.criteria()).isEqualTo(new Criteria(Set.of(Kind.DONOR), Set.of(), Set.of()));
	}

	@Test
	void takesDigitsAsTheyAreTypedInArabic() {
		String typed = GOOD.replace("2026-12-01T10:00", "٢٠٢٦-١٢-٠١T١٠:٠٠").replace(" 90,", " \"٩٠\",");
		MeetingPlan plan = MeetingForm.read(input(typed), Fixtures.NOW).orThrow();
		assertThat(plan.time()).isEqualTo(Fixtures.riyadh("2026-12-01T10:00:00"));
		assertThat(plan.durationMinutes()).isEqualTo(90);
	}

	@Test
	void knowsThreeKindsOfVenue() {
		assertThat(venue("{\"hallId\": \"" + ID + "\"}").venue()).isEqualTo(new Venue.Hall(ID));
		assertThat(venue("{\"text\": {\"ar\": \"قاعة\"}}").venue()).isInstanceOf(Venue.Place.class);
		assertThat(venue("{\"url\": \"https://meet.ministry.test/1\", \"text\": null}").venue())
			.isInstanceOf(Venue.Online.class);
	}

	@Test
	void wantsExactlyOneVenue() {
		assertThat(errors(with("venue", "{}"))).containsExactly("/venue not-one-venue");
		assertThat(errors(with("venue", "{\"text\": {\"ar\": \"قاعة\"}, \"url\": \"https://meet.ministry.test/1\"}")))
			.containsExactly("/venue not-one-venue");
	}

	@Test
	void refusesTimesThatAreNotToBe() {
		assertThat(errors(with("startsAt", "\"2026-11-22T10:59:59\""))).containsExactly("/startsAt not-in-future");
		assertThat(errors(with("startsAt", "\"2126-11-22T11:00:00\""))).containsExactly("/startsAt too-far-ahead");
		assertThat(errors(with("startsAt", "\"2026-12-01T10:00:00.5\"")))
			.containsExactly("/startsAt fraction-of-second");
		String gap = GOOD.replace("2026-12-01T10:00", "2027-03-28T01:30").replace("Asia/Riyadh", "Europe/London");
		assertThat(errors(input(gap))).containsExactly("/startsAt skipped-local-time");
	}

	@Test
	void wantsSomebodyToBeInvited() {
		assertThat(errors(with("invite", "{}"))).containsExactly("/invite nobody-invited");
		assertThat(errors(with("invite", "{\"charities\": [], \"kinds\": []}")))
			.containsExactly("/invite nobody-invited");
	}

	@Test
	void notesWhatIsWrongWithTheGuestsBesideTheRest() {
		Input input = with("type", "\"PARTY\"");
		MeetingForm form = MeetingForm.read(input, Fixtures.NOW);
		form.judge(new Guests(List.of(), List.of(new Fault("/charities/0", "unknown-charity", List.of()))));
		assertThat(input.errors()).extracting((error) -> error.pointer() + " " + error.code())
			.containsExactly("/type unknown-value", "/invite/charities/0 unknown-charity");
	}

	@Test
	void notesThatNobodyMatches() {
		Input input = input(GOOD);
		MeetingForm.read(input, Fixtures.NOW).judge(new Guests(List.of(), List.of()));
		assertThat(input.errors()).containsExactly(InputError.of("/invite", "nobody-matches"));
	}

	private static Input input(String json) {
		return Input.of(JsonMapper.shared().readTree(json));
	}

	private static Input with(String field, String json) {
		ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(GOOD);
		document.set(field, JsonMapper.shared().readTree(json));
		return Input.of(document);
	}

	private static MeetingPlan venue(String json) {
		return MeetingForm.read(with("venue", json), Fixtures.NOW).orThrow();
	}

	private static List<String> errors(Input input) {
		MeetingForm.read(input, Fixtures.NOW);
		return input.errors().stream().map((error) -> error.pointer() + " " + error.code()).toList();
	}

}
