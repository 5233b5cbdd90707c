package org.sharaka.local.story;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

import org.sharaka.local.console.Console;
import org.sharaka.local.story.client.MeetingClient;
import org.sharaka.local.story.client.NotificationClient;
import org.sharaka.local.story.client.RegistryClient;
import org.sharaka.local.story.client.TopicReader;

/** Prints what exists after the story, as counted through the public interfaces. */
final class StorySummary {

	private final Console console;

	private final RegistryClient registry;

	private final MeetingClient meetings;

	private final NotificationClient notices;

	private final TopicReader topics;

	StorySummary(Console console, RegistryClient registry, MeetingClient meetings, NotificationClient notices,
			TopicReader topics) {
		this.console = console;
		this.registry = registry;
		this.meetings = meetings;
		this.notices = notices;
		this.topics = topics;
	}

	void print() throws InterruptedException {
		this.console.printBlankLine();
		this.console.print("After the story");
		section("Charities in the register", this.registry.byStatus());
		this.console.print("  Meetings");
		for (JsonNode meeting : this.meetings.all()) {
			this.console.print("    %s  %-18s %s", meeting.path("startsAt").asString(), meeting.path("type").asString(),
					meeting.path("title").path("ar").asString());
			this.console.print("%26s%s", "", responses(meeting.path("invitations")));
		}
		this.topics.eventsByType().forEach((topic, types) -> section("Events on " + topic, types));
		this.notices.byChannelAndStatus().forEach((channel, statuses) -> section("Notices by " + channel, statuses));
		this.console.printBlankLine();
	}

	private static String responses(JsonNode tally) {
		Map<String, Integer> counts = new TreeMap<>();
		tally.properties()
			.forEach(entry -> counts.put(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue().asInt()));
		counts.values().removeIf(count -> count == 0);
		return counts.toString().replaceAll("[{}]", "").replace("=", ": ");
	}

	private void section(String title, Map<String, Integer> counts) {
		this.console.print("  %s", title);
		counts.forEach((name, count) -> this.console.print("    %6d  %s", count, name));
	}

}
