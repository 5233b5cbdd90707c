package org.sharaka.meeting.meeting;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.sharaka.meeting.charity.CatchUp;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.charity.CharityStatus;
import org.sharaka.meeting.charity.Criteria;
import org.sharaka.meeting.charity.Kind;
import org.sharaka.meeting.meeting.GuestList.Fault;
import org.sharaka.meeting.meeting.GuestList.Guests;
import org.sharaka.meeting.testing.Fixtures;
import org.sharaka.meeting.testing.InMemoryCharities;

import static org.assertj.core.api.Assertions.assertThat;

class GuestListTest {

	private static final Criteria ASSOCIATIONS = new Criteria(Set.of(Kind.ASSOCIATION), Set.of(), Set.of());

	private final InMemoryCharities charities = new InMemoryCharities();

	private final GuestList guestList = new GuestList(this.charities, new CatchUp(Duration.ZERO));

	@Test
	void unitesIdsAndCriteria() {
		this.charities.learn(List.of(Fixtures.registered("b"), Fixtures.registered("a"), Fixtures.suspended("c")));
		Guests guests = this.guestList.find(new Invite(List.of("b"), ASSOCIATIONS));
		assertThat(guests.faults()).isEmpty();
		assertThat(guests.charities()).extracting(Charity::id).containsExactly("a", "b");
	}

	@Test
	void tellsWhichOfThoseNamedCannotBeInvited() {
		this.charities.learn(List.of(Fixtures.registered("a"), Fixtures.suspended("b"),
				Fixtures.charity("c", CharityStatus.APPLIED, 1)));
		Guests guests = this.guestList.find(new Invite(List.of("a", "b", "x", "c"), Criteria.NONE));
		assertThat(guests.faults()).containsExactly(new Fault("/charities/1", "not-registered", List.of()),
				new Fault("/charities/2", "unknown-charity", List.of()),
				new Fault("/charities/3", "not-registered", List.of()));
	}

	@Test
	void waitsForACharityWhoseEventsAreOnTheirWay() {
		AtomicInteger looks = new AtomicInteger();
		CatchUp arriving = new CatchUp(Duration.ZERO) {
			@Override
			public void await(BooleanSupplier caughtUp) {
				for (CharityStatus next : List.of(CharityStatus.APPLIED, CharityStatus.REGISTERED)) {
					assertThat(caughtUp.getAsBoolean()).isFalse();
					GuestListTest.this.charities.learn(List.of(Fixtures.charity("a", next, looks.incrementAndGet())));
				}
				assertThat(caughtUp.getAsBoolean()).isTrue();
			}
		};
		Guests guests = new GuestList(this.charities, arriving).awaitAndFind(new Invite(List.of("a"), Criteria.NONE));
		assertThat(guests.charities()).extracting(Charity::id).containsExactly("a");
		assertThat(looks).hasValue(2);
	}

}
