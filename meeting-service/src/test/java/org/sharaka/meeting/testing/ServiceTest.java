package org.sharaka.meeting.testing;

import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sharaka.chassis.event.CloudEvents;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.testing.PublishedEvents;
import org.sharaka.chassis.testing.ServiceIntegrationTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The running service, with the publishers and callers around it. */
@ServiceIntegrationTest
public abstract class ServiceTest {

	@LocalServerPort
	private int port;

	protected Publisher publisher;

	protected Register register;

	protected Api api;

	private PublishedEvents published;

	@BeforeEach
	void connect() {
		this.publisher = new Publisher(getClass());
		this.register = new Register(this.publisher);
		this.api = new Api(this.port);
		this.published = PublishedEvents.of(getClass(), "partnership.meetings");
	}

	@AfterEach
	void disconnect() {
		this.published.close();
		this.publisher.close();
	}

	/** The events of a meeting and its invitations, once there are so many. */
	protected List<Event> awaitEvents(String meetingId, int count) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> events(meetingId), (events) -> events.size() >= count);
	}

	private List<Event> events(String meetingId) {
		return this.published.records()
			.stream()
			.map(CloudEvents::read)
			.filter((event) -> meetingId.equals(event.key()))
			.toList();
	}

	/** Such as {@code meeting.scheduled}. */
	protected static String shortType(Event event) {
		return event.type().replaceAll("^org\\.sharaka\\.|\\.v1$", "");
	}

	protected String statusOf(String meetingId, String charityId) {
		return this.api.get("/api/v1/meetings/" + meetingId + "/invitations/" + charityId)
			.json()
			.path("status")
			.stringValue();
	}

	protected void awaitStatus(String meetingId, String charityId, String status) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> statusOf(meetingId, charityId), status::equals);
	}

}
