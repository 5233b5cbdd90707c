package org.sharaka.meeting.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.charity.LostStanding;
import org.sharaka.meeting.meeting.MeetingCommand.Answer;
import org.sharaka.meeting.meeting.MeetingCommand.Cancel;
import org.sharaka.meeting.meeting.MeetingCommand.Reschedule;
import org.sharaka.meeting.meeting.MeetingEvent.Cancelled;
import org.sharaka.meeting.meeting.MeetingEvent.InvitationAnswered;
import org.sharaka.meeting.meeting.MeetingEvent.InvitationIssued;
import org.sharaka.meeting.meeting.MeetingEvent.InvitationWithdrawn;
import org.sharaka.meeting.meeting.MeetingEvent.Rescheduled;
import org.sharaka.meeting.meeting.MeetingEvent.Scheduled;
import org.sharaka.meeting.meeting.Outcome.Change;
import org.sharaka.meeting.meeting.Outcome.Refusal;

/**
 * A meeting with its invitations. Immutable: what is asked of it returns the change to be
 * written, or the policy that forbids it.
 */
public record Meeting(MeetingSnapshot snapshot, Invitations invitations) {

	/** A new meeting, to which these registered charities are invited. */
	public static Change schedule(String id, MeetingPlan plan, Collection<Charity> guests) {
		List<Charity> charities = guests.stream().sorted(Comparator.comparing(Charity::id)).toList();
		List<MeetingEvent> events = new ArrayList<>();
		events.add(new Scheduled(charities.stream().map(Charity::id).toList()));
		charities.forEach((charity) -> events.add(new InvitationIssued(charity.id())));
		Invitations invitations = new Invitations(
				charities.stream().map((charity) -> Invitation.pending(charity.id(), charity.sequence())).toList());
		MeetingSnapshot snapshot = new MeetingSnapshot(id, 0, MeetingStatus.SCHEDULED, plan, 0, null);
		return new Change(null, new Meeting(snapshot.after(events.size()), invitations), events);
	}

	public String id() {
		return this.snapshot.id();
	}

	public long version() {
		return this.snapshot.version();
	}

	public boolean liesAhead(Instant now) {
		return this.snapshot.plan().time().isAfter(now);
	}

	/** Obeys, unless a {@link MeetingPolicy} forbids it. */
	public Outcome obey(MeetingCommand command, Instant now) {
		Optional<MeetingPolicy> against = MeetingPolicy.against(this, command, now);
		if (against.isPresent()) {
			String subject = (command instanceof Answer answer) ? answer.charityId() : id();
			return new Refusal(against.get(), subject);
		}
		return switch (command) {
			case Answer answer -> answer(answer, now);
			case Reschedule move -> reschedule(move);
			case Cancel cancel -> cancel(cancel);
		};
	}

	private Change answer(Answer answer, Instant now) {
		if (this.invitations.of(answer.charityId()).filter((one) -> one.says(answer)).isPresent()) {
			return Change.none(this);
		}
		Invitations answered = this.invitations
			.each((one) -> one.charityId().equals(answer.charityId()) ? one.answered(answer, now) : one);
		return change(this.snapshot, answered,
				List.of(new InvitationAnswered(answer.charityId(), answer.status(), answer.delegates().size())));
	}

	private Change reschedule(Reschedule move) {
		MeetingPlan plan = this.snapshot.plan();
		int minutes = (move.durationMinutes() != null) ? move.durationMinutes() : plan.durationMinutes();
		if (plan.time().equals(move.time()) && plan.durationMinutes() == minutes) {
			return Change.none(this);
		}
		List<MeetingEvent> withdrawals = new ArrayList<>();
		Invitations asked = this.invitations
			.each((one) -> askedAgain(one, move.known().get(one.charityId()), withdrawals));
		List<MeetingEvent> events = new ArrayList<>();
		events.add(new Rescheduled(plan.time(), move.reason(), asked.charities((one) -> !one.isWithdrawn())));
		events.addAll(withdrawals);
		return change(this.snapshot.movedTo(plan.at(move.time(), minutes)), asked, events);
	}

	/** A charity without standing is not asked again, even if it had declined. */
	private static Invitation askedAgain(Invitation invitation, @Nullable Charity charity,
			List<MeetingEvent> withdrawals) {
		if (invitation.isWithdrawn()) {
			return invitation;
		}
		if (charity == null) {
			return Invitation.pending(invitation.charityId(), invitation.charityVersion());
		}
		Optional<LostStanding> loss = charity.lostStanding();
		if (loss.isEmpty()) {
			return Invitation.pending(charity.id(), Math.max(charity.sequence(), invitation.charityVersion()));
		}
		return withdrawn(invitation, loss.get(), withdrawals);
	}

	private Change cancel(Cancel cancel) {
		List<String> invited = this.invitations.charities((one) -> !one.isWithdrawn());
		return change(this.snapshot.cancelled(cancel.reason()), this.invitations,
				List.of(new Cancelled(cancel.reason(), invited)));
	}

	/**
	 * Withdraws the open invitations of charities that lost their standing after the
	 * version that the invitation rests on; of a meeting that is cancelled or has begun,
	 * none.
	 */
	public Change withdraw(Collection<LostStanding> losses, Instant now) {
		if (this.snapshot.status() != MeetingStatus.SCHEDULED || !liesAhead(now)) {
			return Change.none(this);
		}
		Map<String, LostStanding> byCharity = losses.stream()
			.collect(Collectors.toMap(LostStanding::charityId, Function.identity()));
		List<MeetingEvent> events = new ArrayList<>();
		Invitations left = this.invitations.each((one) -> {
			LostStanding loss = byCharity.get(one.charityId());
			return (loss != null && one.status().isOpen() && one.isHitBy(loss)) ? withdrawn(one, loss, events) : one;
		});
		return events.isEmpty() ? Change.none(this) : change(this.snapshot, left, events);
	}

	private static Invitation withdrawn(Invitation invitation, LostStanding loss, List<MeetingEvent> events) {
		WithdrawalReason reason = WithdrawalReason.of(loss.status());
		events.add(new InvitationWithdrawn(invitation.charityId(), reason));
		return invitation.withdrawn(reason);
	}

	private Change change(MeetingSnapshot newSnapshot, Invitations newInvitations, List<MeetingEvent> events) {
		return new Change(this, new Meeting(newSnapshot.after(events.size()), newInvitations), events);
	}

}
