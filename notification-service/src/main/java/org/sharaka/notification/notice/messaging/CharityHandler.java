package org.sharaka.notification.notice.messaging;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.consumer.EventHandler;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.notification.charity.Charities;
import org.sharaka.notification.charity.Charity;
import org.sharaka.notification.notice.TellCharities;
import tools.jackson.databind.JsonNode;

/** Keeps the view of the charities, and tells them what was decided on them. */
final class CharityHandler implements EventHandler {

	private final Set<String> types;

	private final Charities charities;

	private final TellCharities tellCharities;

	private final Clock clock;

	/**
	 * @param types all that the topic carries
	 */
	CharityHandler(Set<String> types, Charities charities, TellCharities tellCharities, Clock clock) {
		this.types = types;
		this.charities = charities;
		this.tellCharities = tellCharities;
		this.clock = clock;
	}

	@Override
	public Set<String> types() {
		return this.types;
	}

	@Override
	public void handle(List<Event> events) {
		this.charities.update(events.stream().map(CharityHandler::charity).toList());
		this.tellCharities.tell(events.stream()
			.map((event) -> Matters.of(event, this.clock.instant()))
			.flatMap(Optional::stream)
			.toList());
	}

	private static Charity charity(Event event) {
		JsonNode data = event.body();
		Set<String> fields = new HashSet<>();
		data.path("fields").forEach((field) -> fields.add(field.asString()));
		JsonNode name = data.path("name");
		return new Charity(data.path("id").asString(), data.path("status").asString(), data.path("kind").asString(),
				fields, data.path("region").asString(),
				new BilingualText(name.path("ar").asString(), name.path("en").asString(null)),
				data.path("version").asLong());
	}

}
