package org.sharaka.local.story;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

import org.sharaka.local.launcher.Console;

/** What there is after the story, counted from outside. */
final class ClosingTable {

	private final Console console;

	private final Register register;

	private final Calendar calendar;

	private final NoticeBook notices;

	private final Topics topics;

	ClosingTable(Console console, Register register, Calendar calendar, NoticeBook notices, Topics topics) {
		this.console = console;
		this.register = register;
		this.calendar = calendar;
		this.notices = notices;
		this.topics = topics;
	}

	void print() throws InterruptedException {
		this.console.blank();
		this.console.say("What there is now");
		section("Bodies in the register", this.register.byStatus());
		this.console.say("  Meetings");
		for (JsonNode meeting : this.calendar.all()) {
			this.console.say("    %s  %-18s %s", meeting.path("startsAt").asString(), meeting.path("type").asString(),
					meeting.path("title").path("ar").asString());
			this.console.say("%26s%s", "", answers(meeting.path("invitations")));
		}
		this.topics.eventsByType().forEach((topic, types) -> section("Events on " + topic, types));
		this.notices.byChannelAndStatus().forEach((channel, statuses) -> section("Notices by " + channel, statuses));
		this.console.blank();
	}

	private static String answers(JsonNode tally) {
		Map<String, Integer> counts = new TreeMap<>();
		tally.properties()
			.forEach(entry -> counts.put(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue().asInt()));
		counts.values().removeIf(count -> count == 0);
		return counts.toString().replaceAll("[{}]", "").replace("=", ": ");
	}

	private void section(String title, Map<String, Integer> counts) {
		this.console.say("  %s", title);
		counts.forEach((name, count) -> this.console.say("    %6d  %s", count, name));
	}

}
