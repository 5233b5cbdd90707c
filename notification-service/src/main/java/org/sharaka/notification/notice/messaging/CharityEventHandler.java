package org.sharaka.notification.notice.messaging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.sharaka.chassis.consumer.EventHandler;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.notification.charity.Charities;
import org.sharaka.notification.charity.Charity;
import org.sharaka.notification.notice.AddressedRequest;
import org.sharaka.notification.notice.NotificationRequest;
import org.sharaka.notification.notice.Recipients;
import org.sharaka.notification.notice.usecase.CreateNotices;
import tools.jackson.databind.JsonNode;

/** Keeps the view of the charities, and notifies them of decisions about them. */
final class CharityEventHandler implements EventHandler {

	private final Set<String> types;

	private final Charities charities;

	private final CreateNotices createNotices;

	private final Clock clock;

	/**
	 * @param types all types that the topic carries
	 */
	CharityEventHandler(Set<String> types, Charities charities, CreateNotices createNotices, Clock clock) {
		this.types = types;
		this.charities = charities;
		this.createNotices = createNotices;
		this.clock = clock;
	}

	@Override
	public Set<String> types() {
		return this.types;
	}

	@Override
	public boolean feedsView() {
		return true;
	}

	@Override
	public void handle(List<Event> events) {
		this.charities.apply(events.stream().map(CharityEventHandler::charity).toList());
		List<AddressedRequest> requests = new ArrayList<>();
		for (Event event : events) {
			NotificationRequest request = NotificationRequestMapper.request(event, this.clock.instant());
			if (request != null) {
				String charityId = NotificationRequestMapper.id(event.body().path("id"));
				requests.add(new AddressedRequest(request, new Recipients.OfIds(Set.of(charityId))));
			}
		}
		this.createNotices.create(requests);
	}

	private static Charity charity(Event event) {
		JsonNode data = event.body();
		JsonNode name = data.path("name");
		return new Charity(data.path("id").asString(), data.path("status").asString(), data.path("kind").asString(),
				NotificationRequestMapper.texts(data.path("fields")), data.path("region").asString(),
				new BilingualText(name.path("ar").asString(), name.path("en").asString(null)),
				data.path("version").asLong(), event.time());
	}

}
