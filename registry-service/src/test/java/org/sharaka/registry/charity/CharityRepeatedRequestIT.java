package org.sharaka.registry.charity;

import java.util.List;
import java.util.UUID;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.testing.PublishedEvents;
import org.sharaka.chassis.testing.ServiceIntegrationTest;
import org.sharaka.registry.Applications;
import org.sharaka.registry.RegistryApi;
import org.sharaka.registry.RegistryApi.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceIntegrationTest
class CharityRepeatedRequestIT {

	@LocalServerPort
	int port;

	@Autowired
	MongoDatabase database;

	RegistryApi api;

	String key = UUID.randomUUID().toString();

	@BeforeEach
	void connect() {
		this.api = new RegistryApi(this.port);
	}

	@Test
	void theSameApplicationTwiceIsOneCharityOneEventAndOneAnswer() {
		String application = Applications.association("جمعية " + this.key);
		Answer first = this.api.apply(application, "Idempotency-Key", this.key);
		Answer second = this.api.apply(application, "Idempotency-Key", this.key);
		assertThat(second.status()).isEqualTo(201);
		assertThat(second.text()).isEqualTo(first.text());
		assertThat(second.header("Location")).isEqualTo(first.header("Location"));
		assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
		assertOneOfEach(first.id());

		Answer other = this.api.apply(Applications.association("أخرى"), "Idempotency-Key", this.key);
		assertThat(other.status()).isEqualTo(422);
		assertThat(other.problem()).isEqualTo("idempotency-key-reused");
	}

	@Test
	void anApplicationWhoseAnswerWasLostWithTheProcessIsRecognised() {
		String application = Applications.association("جمعية " + this.key);
		Answer first = this.api.apply(application, "Idempotency-Key", this.key);
		forgetTheAnswers();
		Answer second = this.api.apply(application, "Idempotency-Key", this.key);
		assertThat(second.status()).isEqualTo(201);
		assertThat(second.json()).isEqualTo(first.json());
		assertOneOfEach(first.id());
	}

	@Test
	void aDecisionWhoseAnswerWasLostWithTheProcessIsNotTakenAgain() {
		String id = this.api.registered(Applications.association()).id();
		Answer suspended = this.api.decide(id, "SUSPEND", "Idempotency-Key", this.key);
		this.api.decide(id, "REINSTATE");
		forgetTheAnswers();
		Answer repeated = this.api.decide(id, "SUSPEND", "Idempotency-Key", this.key);
		assertThat(suspended.json().path("status").asString()).isEqualTo("SUSPENDED");
		assertThat(repeated.status()).isEqualTo(200);
		assertThat(repeated.json().path("status").asString()).as("as it is by now").isEqualTo("REGISTERED");
		assertThat(repeated.json().path("version").asInt()).isEqualTo(5);
	}

	@Test
	void aDecisionIsRecognisedAfterManyOtherCommands() {
		String id = this.api.registered(Applications.association()).id();
		this.api.decide(id, "SUSPEND", "Idempotency-Key", this.key);
		for (int time = 0; time < 60; time++) {
			assertThat(this.api.decide(id, (time % 2 == 0) ? "REINSTATE" : "SUSPEND").status()).isEqualTo(200);
		}
		this.api.decide(id, "REINSTATE");
		forgetTheAnswers();
		Answer repeated = this.api.decide(id, "SUSPEND", "Idempotency-Key", this.key);
		assertThat(repeated.status()).as(repeated.text()).isEqualTo(200);
		assertThat(repeated.json().path("status").asString()).isEqualTo("REGISTERED");
		assertThat(repeated.json().path("version").asInt()).isEqualTo(3 + 1 + 61);
	}

	/** As if the process had died after the write and before it kept its answer. */
	private void forgetTheAnswers() {
		for (String name : this.database.listCollectionNames()) {
			if (name.toLowerCase(java.util.Locale.ROOT).contains("idempotency")) {
				assertThat(this.database.getCollection(name).deleteMany(Filters.empty()).getDeletedCount())
					.isPositive();
			}
		}
	}

	private void assertOneOfEach(String id) {
		assertThat(this.api.get("/api/v1/charities?q=" + this.key.substring(0, 8)).json().path("items").size())
			.isEqualTo(1);
		this.api.decide(id, "APPROVE");
		try (PublishedEvents published = PublishedEvents.of(getClass(), "partnership.charities",
				"partnership.contacts")) {
			published.await("charity.registered", (event) -> id.equals(event.subject()));
			for (String type : List.of("charity.applied", "contacts.changed")) {
				List<Event> events = published.events(type);
				assertThat(events.stream().filter((event) -> id.equals(event.subject()))).hasSize(1);
			}
		}
	}

}
