package org.sharaka.local.story;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

/** The notices, as notification-service tells of them. */
final class NoticeBook {

	private static final Set<String> OPEN = Set.of("CREATED", "SENDING", "UNKNOWN");

	private final Http http;

	private final Place place;

	private final Progress progress;

	NoticeBook(Http http, Place place, Progress progress) {
		this.http = http;
		this.place = place;
		this.progress = progress;
	}

	/** What leads to notices. */
	interface Step {

		/** Returns how many charities it concerned, 0 when there was nothing to do. */
		int concerned() throws InterruptedException;

	}

	/**
	 * Does the step, then waits for an email and a text message to each charity that it
	 * concerned.
	 */
	void awaitNoticesOf(String type, Step step) throws InterruptedException {
		long before = count(type);
		int charities = step.concerned();
		if (charities > 0) {
			this.progress.await("notices of " + type + " (email and SMS to each)", before + 2L * charities,
					() -> count(type));
		}
	}

	long count(String type) throws InterruptedException {
		String eventType = "org.sharaka." + type + ".v1";
		return all().stream().filter(notice -> notice.path("eventType").asString().equals(eventType)).count();
	}

	/** Waits until no notice is on its way: emails sent, text messages delivered. */
	void awaitDelivery() throws InterruptedException {
		int notices = all().size();
		this.progress.await("notices delivered", notices, () -> all().stream().filter(NoticeBook::settled).count());
	}

	private static boolean settled(JsonNode notice) {
		String status = notice.path("status").asString();
		boolean awaitsReceipt = status.equals("SENT") && notice.path("channel").asString().equals("SMS");
		return !OPEN.contains(status) && !awaitsReceipt;
	}

	private List<JsonNode> all() throws InterruptedException {
		return this.http.list(this.place.notification(), "/api/v1/notices", Map.of());
	}

	/** How many by channel, then by status. */
	Map<String, Map<String, Integer>> byChannelAndStatus() throws InterruptedException {
		Map<String, Map<String, Integer>> counts = new TreeMap<>();
		for (JsonNode notice : all()) {
			counts.computeIfAbsent(notice.path("channel").asString(), channel -> new TreeMap<>())
				.merge(notice.path("status").asString(), 1, Integer::sum);
		}
		return counts;
	}

}
