package org.sharaka.meeting.invitation.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.command.CommandHandler;
import org.sharaka.chassis.command.Outcome.Changed;
import org.sharaka.chassis.id.Ids;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.charity.LostStanding;
import org.sharaka.meeting.charity.LostStandingListener;
import org.sharaka.meeting.invitation.Invitation;
import org.sharaka.meeting.invitation.InvitationEvent;
import org.sharaka.meeting.invitation.Invitations;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.Meetings;

/**
 * Ensures that no charity without standing keeps an open invitation: when a charity loses
 * its standing, and after invitations have been opened. Thread-safe.
 */
public class WithdrawOnLostStanding implements LostStandingListener {

	private static final int PAGE_SIZE = 500;

	private static final String OWN_ACTOR = "/meeting-service";

	private final Charities charities;

	private final Meetings meetings;

	private final Invitations invitations;

	private final CommandHandler<Invitation, InvitationEvent> handler;

	private final Ids ids;

	private final Clock clock;

	public WithdrawOnLostStanding(Charities charities, Meetings meetings, Invitations invitations,
			CommandHandler<Invitation, InvitationEvent> handler, Ids ids, Clock clock) {
		this.charities = charities;
		this.meetings = meetings;
		this.invitations = invitations;
		this.handler = handler;
		this.ids = ids;
		this.clock = clock;
	}

	/** Withdraws all open invitations of these charities. */
	@Override
	public void onLostStanding(Collection<LostStanding> losses, String actor) {
		Map<String, LostStanding> byCharity = byCharity(losses);
		Failures failures = new Failures();
		@Nullable String after = null;
		List<Invitation> page;
		do {
			page = this.invitations.notWithdrawn(byCharity.keySet(), after, PAGE_SIZE);
			if (!page.isEmpty()) {
				withdraw(page, byCharity, actor, failures);
				after = page.getLast().id();
			}
		}
		while (page.size() == PAGE_SIZE);
		failures.throwFirst();
	}

	/**
	 * Looks at the charities of these invitations as they are now. To be called after the
	 * invitations were opened.
	 */
	public void recheck(Collection<String> invitationIds) {
		List<String> charityIds = invitationIds.stream().map((id) -> id.substring(id.indexOf('/') + 1)).toList();
		Map<String, LostStanding> losses = byCharity(this.charities.withoutStanding(charityIds)
			.stream()
			.flatMap((charity) -> charity.lostStanding().stream())
			.toList());
		if (!losses.isEmpty()) {
			List<String> affected = invitationIds.stream()
				.filter((id) -> losses.containsKey(id.substring(id.indexOf('/') + 1)))
				.toList();
			Failures failures = new Failures();
			withdraw(this.invitations.findAll(affected).values(), losses, OWN_ACTOR, failures);
			failures.throwFirst();
		}
	}

	private static Map<String, LostStanding> byCharity(Collection<LostStanding> losses) {
		Map<String, LostStanding> byCharity = new HashMap<>();
		losses.forEach((loss) -> byCharity.merge(loss.charityId(), loss,
				(one, other) -> (one.sequence() < other.sequence()) ? other : one));
		return byCharity;
	}

	/** In bulk; what the bulk did not write is tried again one by one. */
	private void withdraw(Collection<Invitation> found, Map<String, LostStanding> losses, String actor,
			Failures failures) {
		Instant now = this.clock.instant();
		Map<String, Meeting> byId = this.meetings
			.findAll(found.stream().map(Invitation::meetingId).collect(Collectors.toSet()));
		List<Changed<Invitation, InvitationEvent>> changes = new ArrayList<>();
		for (Invitation invitation : found) {
			Meeting meeting = byId.get(invitation.meetingId());
			LostStanding loss = losses.get(invitation.charityId());
			if (meeting != null && loss != null
					&& invitation.withdraw(loss, meeting, now) instanceof Changed<Invitation, InvitationEvent> change) {
				changes.add(change);
			}
		}
		CommandContext context = new CommandContext(actor, this.ids.newId(), false, (version) -> {
		});
		if (!failures.succeeds(() -> this.invitations.saveAll(changes, context))) {
			for (Changed<Invitation, InvitationEvent> change : changes) {
				Invitation invitation = change.state();
				LostStanding loss = losses.get(invitation.charityId());
				Meeting meeting = byId.get(invitation.meetingId());
				if (loss != null && meeting != null) {
					failures.collect(() -> this.handler.handle(invitation.id(), context,
							(current) -> current.withdraw(loss, meeting, now)));
				}
			}
		}
	}

	/** Failures of single invitations, which must not hold up the others. */
	private static final class Failures {

		private final List<RuntimeException> all = new ArrayList<>();

		boolean succeeds(BooleanSupplier bulk) {
			try {
				return bulk.getAsBoolean();
			}
			catch (RuntimeException ex) {
				return false;
			}
		}

		void collect(Runnable write) {
			try {
				write.run();
			}
			catch (RuntimeException ex) {
				this.all.add(ex);
			}
		}

		void throwFirst() {
			if (!this.all.isEmpty()) {
				throw this.all.getFirst();
			}
		}

	}

}
