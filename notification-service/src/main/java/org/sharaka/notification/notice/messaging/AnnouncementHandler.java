package org.sharaka.notification.notice.messaging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.sharaka.chassis.consumer.EventHandler;
import org.sharaka.chassis.consumer.RetryableEventException;
import org.sharaka.chassis.event.Event;
import org.sharaka.notification.notice.AddressedRequest;
import org.sharaka.notification.notice.NotificationRequest;
import org.sharaka.notification.notice.Recipients;
import org.sharaka.notification.notice.usecase.CreateNotices;
import org.sharaka.notification.notice.usecase.UnknownCharitiesException;

/** Notifies the charities that an announcement of the ministry addresses. */
final class AnnouncementHandler implements EventHandler {

	private final CreateNotices createNotices;

	private final Clock clock;

	AnnouncementHandler(CreateNotices createNotices, Clock clock) {
		this.createNotices = createNotices;
		this.clock = clock;
	}

	@Override
	public Set<String> types() {
		return Set.of("org.sharaka.ministry.announcement-issued.v1");
	}

	@Override
	public void handle(List<Event> events) {
		List<AddressedRequest> requests = new ArrayList<>();
		for (Event event : events) {
			NotificationRequest request = NotificationRequestMapper.request(event, this.clock.instant());
			if (request != null) {
				requests.add(new AddressedRequest(request,
						new Recipients.OfAudience(NotificationRequestMapper.audience(event.body().path("audience")))));
			}
		}
		try {
			this.createNotices.create(requests);
		}
		catch (UnknownCharitiesException ex) {
			throw new RetryableEventException("unknown-charity", ex.getMessage()
					+ "; no charity was notified, so correct it or replay it when the charity is known");
		}
	}

}
