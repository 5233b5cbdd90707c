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
import org.sharaka.meeting.charity.StandingWatch;
import tools.jackson.databind.JsonNode;

/**
 * Keeps the view of the charities, then has the invitations of those withdrawn that have
 * lost their standing.
 *
 * <p>
 * In that order, and the second whether or not the first changed anything: if the process
 * dies between the two, the events come again, the view has them already, and the
 * withdrawals are done then. Each loss of standing counts, also one that was followed by
 * a reinstatement in the same batch: what happens does not depend on how events are
 * polled.
 */
class CharityEvents implements EventHandler {

	static final Set<String> TYPES = Set.of("org.sharaka.charity.applied.v1", "org.sharaka.charity.returned.v1",
			"org.sharaka.charity.registered.v1", "org.sharaka.charity.refused.v1", "org.sharaka.charity.updated.v1",
			"org.sharaka.charity.suspended.v1", "org.sharaka.charity.reinstated.v1", "org.sharaka.charity.dissolved.v1",
			"org.sharaka.charity.removed.v1");

	private final Charities charities;

	private final StandingWatch watch;

	CharityEvents(Charities charities, StandingWatch watch) {
		this.charities = charities;
		this.watch = watch;
	}

	@Override
	public Set<String> types() {
		return TYPES;
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
		this.charities.learn(latest.values());
		if (!losses.isEmpty()) {
			this.watch.lost(losses.values());
		}
	}

	private static Charity charity(Event event) {
		JsonNode data = event.body();
		JsonNode name = data.path("name");
		if (event.sequence() < 1) {
			throw new InvalidEventException("no-sequence", "the event has no 'sequence', so its place cannot be told");
		}
		return new Charity(data.path("id").stringValue(), CharityStatus.valueOf(data.path("status").stringValue()),
				Kind.valueOf(data.path("kind").stringValue()), Set.copyOf(fields(data.path("fields"))),
				data.path("region").stringValue(),
				new BilingualText(name.path("ar").stringValue(), name.path("en").stringValue(null)),
				data.path("registrationNumber").stringValue(null), event.sequence());
	}

	private static Collection<Field> fields(JsonNode fields) {
		Collection<Field> all = new ArrayList<>();
		fields.forEach((field) -> all.add(Field.valueOf(field.stringValue())));
		return all;
	}

}
