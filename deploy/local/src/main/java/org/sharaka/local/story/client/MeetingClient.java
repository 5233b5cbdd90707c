package org.sharaka.local.story.client;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import org.sharaka.local.console.Console;
import org.sharaka.local.story.content.BilingualText;
import org.sharaka.local.story.content.Charities;
import org.sharaka.local.story.content.Charity;
import org.sharaka.local.story.content.RequestBodies;

/** A client of meeting-service: the steps of the story that concern meetings. */
public final class MeetingClient {

	private static final String MEETINGS = "/api/v1/meetings";

	private final HttpJsonClient http;

	private final ServiceEndpoints endpoints;

	private final Console console;

	private final LocalDateTime receptionTime;

	public MeetingClient(HttpJsonClient http, ServiceEndpoints endpoints, Console console, Clock clock) {
		this.http = http;
		this.endpoints = endpoints;
		this.console = console;
		this.receptionTime = LocalDateTime.of(clock.instant()
			.atZone(ZoneId.of(RequestBodies.ZONE))
			.toLocalDate()
			.plusDays(7)
			.with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY)), LocalTime.of(10, 0));
	}

	public LocalDateTime receptionTime() {
		return this.receptionTime;
	}

	/** Finds a meeting by its title, at whatever time it takes place. */
	public Optional<JsonNode> find(BilingualText title) throws InterruptedException {
		return all().stream()
			.filter((meeting) -> meeting.path("title").path("ar").asString().equals(title.ar()))
			.findFirst();
	}

	private JsonNode existing(BilingualText title) throws InterruptedException {
		return find(title)
			.orElseThrow(() -> new StoryFailedException("there is no meeting «%s»".formatted(title.ar())));
	}

	/**
	 * Schedules a meeting, unless an earlier run did.
	 * @return whether it was scheduled now
	 */
	public boolean schedule(BilingualText title, Map<String, Object> request) throws InterruptedException {
		if (find(title).isPresent()) {
			this.console.print("     It is already scheduled.");
			return false;
		}
		this.http.post(this.endpoints.meeting(), MEETINGS, request, "opening-story-" + request.get("type"));
		return true;
	}

	/** Returns the meeting's invitations. They are issued in the background. */
	public List<JsonNode> invitations(BilingualText title) throws InterruptedException {
		return invitations(existing(title));
	}

	private List<JsonNode> invitations(JsonNode meeting) throws InterruptedException {
		return this.http.list(this.endpoints.meeting(), path(meeting) + "/invitations", Map.of());
	}

	private static String path(JsonNode meeting) {
		return MEETINGS + "/" + meeting.path("id").asString();
	}

	/** Answers for every charity whose invitation is pending. */
	public void answer(BilingualText title, Map<Charity, String> ids) throws InterruptedException {
		JsonNode meeting = existing(title);
		if (wasRescheduled(meeting)) {
			this.console.print("     It was answered before it was moved.");
			return;
		}
		List<String> pending = invitations(meeting).stream()
			.filter((invitation) -> invitation.path("status").asString().equals("PENDING"))
			.map((invitation) -> invitation.path("charityId").asString())
			.toList();
		for (Charity charity : Charities.ALL) {
			String id = ids.get(charity);
			if (!pending.contains(id)) {
				continue;
			}
			boolean declines = charity.equals(Charities.DECLINING);
			this.http.put(this.endpoints.meeting(), path(meeting) + "/invitations/" + id,
					declines ? RequestBodies.refusal() : RequestBodies.acceptance(charity));
			this.console.print("     %-9s  %s", declines ? "declines" : "accepts", charity.name().ar());
		}
	}

	private static boolean wasRescheduled(JsonNode meeting) {
		return meeting.path("round").asInt(meeting.path("calendarSequence").asInt() + 1) > 1;
	}

	/** Counts a charity's withdrawn invitations. */
	public long withdrawn(String charityId) throws InterruptedException {
		long withdrawn = 0;
		for (JsonNode meeting : this.http.list(this.endpoints.meeting(), MEETINGS, Map.of("charityId", charityId))) {
			withdrawn += invitations(meeting).stream()
				.filter((invitation) -> invitation.path("charityId").asString().equals(charityId))
				.filter((invitation) -> invitation.path("status").asString().equals("WITHDRAWN"))
				.count();
		}
		return withdrawn;
	}

	/**
	 * Moves a meeting by an hour, unless an earlier run did.
	 * @return the number of charities that are notified
	 */
	public int rescheduleByOneHour(BilingualText title) throws InterruptedException {
		JsonNode meeting = existing(title);
		if (wasRescheduled(meeting)) {
			this.console.print("     It was already moved.");
			return 0;
		}
		LocalDateTime later = LocalDateTime.parse(meeting.path("startsAt").asString()).plusHours(1);
		this.http.post(this.endpoints.meeting(), path(meeting) + "/reschedule", RequestBodies.move(later),
				"opening-story-move");
		return (int) invitations(meeting).stream()
			.filter((invitation) -> !invitation.path("status").asString().equals("WITHDRAWN"))
			.count();
	}

	public List<JsonNode> all() throws InterruptedException {
		return this.http.list(this.endpoints.meeting(), MEETINGS, Map.of());
	}

}
