package org.sharaka.local.story.client;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

/** A client of notification-service that counts notices. */
public final class NotificationClient {

	private static final Set<String> PENDING_STATUSES = Set.of("CREATED", "SENDING", "UNKNOWN");

	private final HttpJsonClient http;

	private final ServiceEndpoints endpoints;

	private final ConditionWait wait;

	public NotificationClient(HttpJsonClient http, ServiceEndpoints endpoints, ConditionWait wait) {
		this.http = http;
		this.endpoints = endpoints;
		this.wait = wait;
	}

	/** A step of the story that leads to notices. */
	public interface Step {

		/**
		 * Runs the step.
		 * @return the number of charities that are notified; 0 if an earlier run did it
		 */
		int run() throws InterruptedException;

	}

	/**
	 * Runs the step, then waits for one email and one text message to each charity that
	 * it concerns.
	 */
	public void awaitNoticesOf(String type, Step step) throws InterruptedException {
		long before = count(type);
		int charities = step.run();
		if (charities > 0) {
			this.wait.await("notices of " + type + " (email and SMS to each)", before + 2L * charities,
					() -> count(type));
		}
	}

	/** Counts the notices of an event type, given without its prefix and version. */
	public long count(String type) throws InterruptedException {
		String eventType = "org.sharaka." + type + ".v1";
		return all().stream().filter((notice) -> notice.path("eventType").asString().equals(eventType)).count();
	}

	/** Waits until every email is sent and every text message is delivered. */
	public void awaitDelivery() throws InterruptedException {
		int notices = all().size();
		this.wait.await("notices delivered", notices, () -> all().stream().filter(NotificationClient::isFinal).count());
	}

	private static boolean isFinal(JsonNode notice) {
		String status = notice.path("status").asString();
		boolean awaitsReceipt = status.equals("SENT") && notice.path("channel").asString().equals("SMS");
		return !PENDING_STATUSES.contains(status) && !awaitsReceipt;
	}

	private List<JsonNode> all() throws InterruptedException {
		return this.http.list(this.endpoints.notification(), "/api/v1/notices", Map.of());
	}

	/** Counts the notices by channel and status. */
	public Map<String, Map<String, Integer>> byChannelAndStatus() throws InterruptedException {
		Map<String, Map<String, Integer>> counts = new TreeMap<>();
		for (JsonNode notice : all()) {
			counts.computeIfAbsent(notice.path("channel").asString(), (channel) -> new TreeMap<>())
				.merge(notice.path("status").asString(), 1, Integer::sum);
		}
		return counts;
	}

}
