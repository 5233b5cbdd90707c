package org.sharaka.notification.notice.messaging;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.event.Event;
import org.sharaka.notification.charity.Audience;
import org.sharaka.notification.notice.Matter;
import org.sharaka.notification.notice.Occasion;
import org.sharaka.notification.policy.Addressees;
import org.sharaka.notification.policy.Expiry;
import org.sharaka.notification.policy.Policies;
import org.sharaka.notification.policy.Policy;
import org.sharaka.notification.policy.Priority;
import tools.jackson.databind.JsonNode;

/**
 * Turns events, which keep their contracts, into what is to be told and to whom.
 */
final class Matters {

	private Matters() {
	}

	/** Empty if nobody is told of such events. */
	static Optional<Matter> of(Event event, Instant received) {
		return Policies.of(event.type()).map((policy) -> matter(event, policy, received));
	}

	private static Matter matter(Event event, Policy policy, Instant received) {
		JsonNode data = event.body();
		Occasion occasion = occasion(event, policy, received);
		if (policy.addressees() == Addressees.THE_AUDIENCE) {
			JsonNode audience = data.path("audience");
			return new Matter.ForAudience(occasion, new Audience(ids(audience.path("charities")),
					texts(audience.path("kinds")), texts(audience.path("fields")), texts(audience.path("regions"))));
		}
		return new Matter.ForCharities(occasion, switch (policy.addressees()) {
			case THE_CHARITY -> Set.of(id(data.path("id")));
			case THE_INVITED -> Set.of(id(data.path("charityId")));
			case ALL_INVITED, THE_AUDIENCE -> ids(data.path("invited"));
		});
	}

	private static Occasion occasion(Event event, Policy policy, Instant received) {
		JsonNode data = event.body();
		Instant happened = event.time().equals(Instant.EPOCH) ? received : event.time();
		Priority priority = (policy.priority() != null) ? policy.priority()
				: Priority.valueOf(data.path("priority").asString());
		Expiry.Times times = new Expiry.Times(happened, priority, instant(data.path("meeting").path("startInstant")),
				instant(data.path("expiresAt")));
		return new Occasion(event.identity(), event.id(), event.source(), event.type(), policy.template(), priority,
				policy.calendar(), data.toString(), happened, policy.expiry().of(times), event.traceparent());
	}

	private static @Nullable Instant instant(JsonNode node) {
		return node.isString() ? OffsetDateTime.parse(node.stringValue().toUpperCase(Locale.ROOT)).toInstant() : null;
	}

	private static Set<String> texts(JsonNode array) {
		Set<String> texts = new LinkedHashSet<>();
		array.forEach((item) -> texts.add(item.asString()));
		return texts;
	}

	/** Ids in canonical form: other teams may write them in upper case. */
	private static Set<String> ids(JsonNode array) {
		Set<String> ids = new LinkedHashSet<>();
		array.forEach((item) -> ids.add(id(item)));
		return ids;
	}

	private static String id(JsonNode node) {
		return node.asString().toLowerCase(Locale.ROOT);
	}

}
