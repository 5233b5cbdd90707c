package org.sharaka.meeting.meeting;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

	private final CatchUp catchUp = new CatchUp(Duration.ofSeconds(10));

	private final GuestList guestList = new GuestList(this.charities, this.catchUp);

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
	@Timeout(20)
	void waitsForACharityWhoseEventIsOnItsWay() throws InterruptedException {
		AtomicReference<Collection<Charity>> found = new AtomicReference<>();
		CountDownLatch done = new CountDownLatch(1);
		Thread.ofVirtual().start(() -> {
			found.set(this.guestList.awaitAndFind(new Invite(List.of("a"), Criteria.NONE)).charities());
			done.countDown();
		});
		this.charities.learn(List.of(Fixtures.charity("a", CharityStatus.APPLIED, 1)));
		this.catchUp.changed();
		this.charities.learn(List.of(Fixtures.registered("a")));
		this.catchUp.changed();
		assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(found.get()).extracting(Charity::id).containsExactly("a");
	}

}
