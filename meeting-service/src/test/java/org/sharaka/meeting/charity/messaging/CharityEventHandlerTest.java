package org.sharaka.meeting.charity.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.event.Topics;
import org.sharaka.chassis.event.InvalidEventException;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.charity.CharityStatus;
import org.sharaka.meeting.charity.LostStanding;
import org.sharaka.meeting.testing.InMemoryCharities;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CharityEventHandlerTest {

	private static final String ID = "0193a1b2-7c00-7a10-8c01-5d2f6a9b0e11";

	private final InMemoryCharities charities = new InMemoryCharities();

	private final List<LostStanding> lost = new ArrayList<>();

	private final CharityEventHandler events = new CharityEventHandler(this.charities,
			(losses, actor) -> this.lost.addAll(losses));

	@Test
	void consumesAllTypesOfTheTopic() {
		assertThat(this.events.types()).isEqualTo(new Topics("").named("partnership.charities").types());
	}

	@Test
	void appliesTheLatestState() {
		handle(event(1, "APPLIED"), event(2, "REGISTERED"));
		Charity charity = this.charities.findAll(List.of(ID)).get(ID);
		assertThat(charity).isNotNull();
		assertThat(charity.isRegistered()).isTrue();
		assertThat(charity.sequence()).isEqualTo(2);
		assertThat(charity.name().ar()).isEqualTo("جمعية نَدى الواحة");
		assertThat(charity.name().en()).isNull();
		assertThat(charity.registrationNumber()).isEqualTo("SA-2026-000142");
		assertThat(this.lost).isEmpty();
	}

	@Test
	void reportsALossAgainWhenTheViewHasItAlready() {
		handle(event(3, "SUSPENDED"));
		handle(event(3, "SUSPENDED"));
		LostStanding loss = new LostStanding(ID, CharityStatus.SUSPENDED, 3);
		assertThat(this.lost).containsExactly(loss, loss);
	}

	@Test
	void reportsALossThatIsRevokedInTheSameBatch() {
		handle(event(3, "SUSPENDED"), event(4, "REGISTERED"));
		assertThat(this.lost).containsExactly(new LostStanding(ID, CharityStatus.SUSPENDED, 3));
		assertThat(this.charities.findAll(List.of(ID)).values()).allMatch(Charity::isRegistered);
	}

	@Test
	void reportsTheLastOfSeveralLosses() {
		handle(event(3, "SUSPENDED"), event(4, "REGISTERED"), event(5, "DISSOLVED"));
		assertThat(this.lost).containsExactly(new LostStanding(ID, CharityStatus.DISSOLVED, 5));
	}

	@Test
	void refusesAnEventWithoutASequence() {
		assertThatExceptionOfType(InvalidEventException.class).isThrownBy(() -> handle(event(0, "REGISTERED")))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("no-sequence"));
	}

	private void handle(Event... batch) {
		this.events.handle(Arrays.asList(batch));
	}

	private static Event event(long sequence, String status) {
		String json = """
				{"id": "%s", "status": "%s", "registrationNumber": "SA-2026-000142", "kind": "ASSOCIATION",
				 "name": {"ar": "جمعية نَدى الواحة"}, "fields": ["D", "F"], "region": "SA-01", "version": %d,
				 "appliedAt": "2026-11-22T08:15:30Z"}""".formatted(ID, status, sequence);
		return new Event("e" + sequence, "/registry-service", "org.sharaka.charity.updated.v1", ID,
				Instant.parse("2026-11-22T08:15:30Z"), sequence, null, ID, JsonMapper.shared().readTree(json));
	}

}
