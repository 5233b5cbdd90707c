package org.sharaka.meeting.charity.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.event.InvalidEventException;
import org.sharaka.chassis.consumer.EventHandler;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.charity.CharityStatus;
import org.sharaka.meeting.charity.Field;
import org.sharaka.meeting.charity.Kind;
import org.sharaka.meeting.charity.LostStanding;
import org.sharaka.meeting.charity.LostStandingListener;
import tools.jackson.databind.JsonNode;

/**
 * Updates the view of the charities, then reports which of them have lost their standing.
 *
 * <p>
 * Losses are reported whether or not the view changed: if the process dies between the
 * two steps, the events are delivered again, the view has them already, and the losses
 * are reported then. Each loss counts, even one that is followed by a reinstatement in
 * the same batch, so that the result does not depend on how events are polled.
 */
class CharityEventHandler implements EventHandler {

	static final Set<String> TYPES = Set.of("org.sharaka.charity.applied.v1", "org.sharaka.charity.returned.v1",
			"org.sharaka.charity.registered.v1", "org.sharaka.charity.refused.v1", "org.sharaka.charity.updated.v1",
			"org.sharaka.charity.suspended.v1", "org.sharaka.charity.reinstated.v1", "org.sharaka.charity.dissolved.v1",
			"org.sharaka.charity.removed.v1");

	private final Charities charities;

	private final LostStandingListener listener;

	CharityEventHandler(Charities charities, LostStandingListener listener) {
		this.charities = charities;
		this.listener = listener;
	}

	@Override
	public Set<String> types() {
		return TYPES;
	}

	@Override
	public boolean feedsView() {
		return true;
	}

	@Override
	public void handle(List<Event> events) {
		Map<String, Charity> latest = new HashMap<>();
		Map<String, LostStanding> losses = new TreeMap<>();
		for (Event event : events) {
			Charity charity = charity(event);
			latest.merge(charity.id(), charity, (one, other) -> (one.sequence() < other.sequence()) ? other : one);
			charity.lostStanding()
				.ifPresent((loss) -> losses.merge(loss.charityId(), loss,
						(one, other) -> (one.sequence() < other.sequence()) ? other : one));
		}
		this.charities.apply(latest.values());
		if (!losses.isEmpty()) {
			this.listener.onLostStanding(losses.values(), events.getFirst().source());
		}
	}

	private static Charity charity(Event event) {
		JsonNode data = event.body();
		JsonNode name = data.path("name");
		if (event.sequence() < 1) {
			throw new InvalidEventException("no-sequence", "the event has no 'sequence', so it cannot be ordered");
		}
		return new Charity(data.path("id").stringValue(), CharityStatus.valueOf(data.path("status").stringValue()),
				new Kind(data.path("kind").stringValue()), Set.copyOf(fields(data.path("fields"))),
				data.path("region").stringValue(),
				new BilingualText(name.path("ar").stringValue(), name.path("en").stringValue(null)),
				data.path("registrationNumber").stringValue(null), event.sequence(), event.time());
	}

	private static Collection<Field> fields(JsonNode fields) {
		Collection<Field> all = new ArrayList<>();
		fields.forEach((field) -> all.add(new Field(field.stringValue())));
		return all;
	}

}
