package org.sharaka.local.story;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import org.sharaka.local.launcher.Console;

/** The part of the story that meetings play. */
final class Calendar {

	private static final String MEETINGS = "/api/v1/meetings";

	private final Http http;

	private final Place place;

	private final Console console;

	private final LocalDateTime receptionTime;

	Calendar(Http http, Place place, Console console, Clock clock) {
		this.http = http;
		this.place = place;
		this.console = console;
		this.receptionTime = LocalDateTime.of(clock.instant()
			.atZone(ZoneId.of(Texts.ZONE))
			.toLocalDate()
			.plusDays(7)
			.with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY)), LocalTime.of(10, 0));
	}

	LocalDateTime receptionTime() {
		return this.receptionTime;
	}

	/** The meeting of that title, whatever its time. */
	Optional<JsonNode> find(Bilingual title) throws InterruptedException {
		return this.http.list(this.place.meeting(), MEETINGS, Map.of())
			.stream()
			.filter(meeting -> meeting.path("title").path("ar").asString().equals(title.ar()))
			.findFirst();
	}

	private JsonNode existing(Bilingual title) throws InterruptedException {
		return find(title).orElseThrow(() -> new StoryFailed("there is no meeting «%s»".formatted(title.ar())));
	}

	/** Returns how many charities were invited now. */
	int schedule(Bilingual title, Map<String, Object> request) throws InterruptedException {
		if (find(title).isPresent()) {
			this.console.say("     It is scheduled already.");
			return 0;
		}
		JsonNode meeting = this.http.post(this.place.meeting(), MEETINGS, request,
				"opening-story-" + request.get("type"));
		return invitations(meeting).size();
	}

	private List<JsonNode> invitations(JsonNode meeting) throws InterruptedException {
		return this.http.list(this.place.meeting(), path(meeting) + "/invitations", Map.of());
	}

	private static String path(JsonNode meeting) {
		return MEETINGS + "/" + meeting.path("id").asString();
	}

	/** Everybody who has not answered does. */
	void answer(Bilingual title, Map<Body, String> ids) throws InterruptedException {
		JsonNode meeting = existing(title);
		if (meeting.path("calendarSequence").asInt() > 0) {
			this.console.say("     It was answered before it was moved.");
			return;
		}
		Map<String, String> statuses = new HashMap<>();
		invitations(meeting)
			.forEach(one -> statuses.put(one.path("charityId").asString(), one.path("status").asString()));
		for (Body body : Bodies.ALL) {
			String id = ids.get(body);
			if (!"PENDING".equals(statuses.get(id))) {
				continue;
			}
			boolean declines = body.equals(Bodies.DECLINES);
			this.http.put(this.place.meeting(), path(meeting) + "/invitations/" + id,
					declines ? Texts.refusal() : Texts.acceptance(body));
			this.console.say("     %-9s  %s", declines ? "declines" : "accepts", body.name().ar());
		}
	}

	/** How many of a charity's invitations are withdrawn. */
	long withdrawn(String charityId) throws InterruptedException {
		long withdrawn = 0;
		for (JsonNode meeting : this.http.list(this.place.meeting(), MEETINGS, Map.of("charityId", charityId))) {
			withdrawn += invitations(meeting).stream()
				.filter(one -> one.path("charityId").asString().equals(charityId))
				.filter(one -> one.path("status").asString().equals("WITHDRAWN"))
				.count();
		}
		return withdrawn;
	}

	/** How many charities are still invited. */
	int invited(Bilingual title) throws InterruptedException {
		return (int) invitations(existing(title)).stream()
			.filter(one -> !one.path("status").asString().equals("WITHDRAWN"))
			.count();
	}

	/** Moves it an hour, once; returns how many charities are told. */
	int moveByAnHour(Bilingual title) throws InterruptedException {
		JsonNode meeting = existing(title);
		if (meeting.path("calendarSequence").asInt() > 0) {
			this.console.say("     It was moved already.");
			return 0;
		}
		LocalDateTime later = LocalDateTime.parse(meeting.path("startsAt").asString()).plusHours(1);
		this.http.post(this.place.meeting(), path(meeting) + "/reschedule", Texts.move(later), "opening-story-move");
		return invited(title);
	}

	List<JsonNode> all() throws InterruptedException {
		return this.http.list(this.place.meeting(), MEETINGS, Map.of());
	}

}
