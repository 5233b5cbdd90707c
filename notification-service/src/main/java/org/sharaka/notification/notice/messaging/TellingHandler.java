package org.sharaka.notification.notice.messaging;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.consumer.EventHandler;
import org.sharaka.notification.notice.TellCharities;

/** Events that are told and change nothing here: meetings, announcements. */
final class TellingHandler implements EventHandler {

	private final Set<String> types;

	private final TellCharities tellCharities;

	private final Clock clock;

	TellingHandler(Set<String> types, TellCharities tellCharities, Clock clock) {
		this.types = types;
		this.tellCharities = tellCharities;
		this.clock = clock;
	}

	@Override
	public Set<String> types() {
		return this.types;
	}

	@Override
	public void handle(List<Event> events) {
		this.tellCharities.tell(events.stream()
			.map((event) -> Matters.of(event, this.clock.instant()))
			.flatMap(Optional::stream)
			.toList());
	}

}
