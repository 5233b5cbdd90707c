package org.sharaka.notification.notice.messaging;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.event.Event;
import org.sharaka.notification.charity.Audience;
import org.sharaka.notification.notice.NotificationRequest;
import org.sharaka.notification.notice.policy.Expiry;
import org.sharaka.notification.notice.policy.NotificationPolicies;
import org.sharaka.notification.notice.policy.NotificationPolicy;
import org.sharaka.notification.notice.policy.Priority;
import tools.jackson.databind.JsonNode;

/** Maps events, which match their schemas, to notification requests. */
final class NotificationRequestMapper {

	private NotificationRequestMapper() {
	}

	/** Null if nobody is notified of such events. */
	static @Nullable NotificationRequest request(Event event, Instant received) {
		return request(event, event.body(), received);
	}

	/**
	 * @param data what the notices show
	 */
	static @Nullable NotificationRequest request(Event event, JsonNode data, Instant received) {
		return NotificationPolicies.of(event.type())
			.map((policy) -> request(event, policy, data, received))
			.orElse(null);
	}

	private static NotificationRequest request(Event event, NotificationPolicy policy, JsonNode data,
			Instant received) {
		Instant happened = event.time().equals(Instant.EPOCH) ? received : event.time();
		Priority priority = (policy.priority() != null) ? policy.priority()
				: Priority.valueOf(data.path("priority").asString());
		Expiry.Times times = new Expiry.Times(happened, priority, instant(data.path("meeting").path("startInstant")),
				instant(data.path("expiresAt")));
		return new NotificationRequest(event.identity(), event.id(), event.source(), event.type(), policy.template(),
				priority, policy.calendar(), data.toString(), happened, policy.expiry().of(times), event.traceparent());
	}

	static Audience audience(JsonNode audience) {
		Set<String> ids = new LinkedHashSet<>();
		audience.path("charities").forEach((item) -> ids.add(id(item)));
		return new Audience(ids, texts(audience.path("kinds")), texts(audience.path("fields")),
				texts(audience.path("regions")));
	}

	/** An id in canonical form: other systems may write it in upper case. */
	static String id(JsonNode node) {
		return node.asString().toLowerCase(Locale.ROOT);
	}

	static Set<String> texts(JsonNode array) {
		Set<String> texts = new LinkedHashSet<>();
		array.forEach((item) -> texts.add(item.asString()));
		return texts;
	}

	private static @Nullable Instant instant(JsonNode node) {
		return node.isString() ? OffsetDateTime.parse(node.stringValue().toUpperCase(Locale.ROOT)).toInstant() : null;
	}

}
