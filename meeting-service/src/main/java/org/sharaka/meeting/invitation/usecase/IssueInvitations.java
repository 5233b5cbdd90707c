package org.sharaka.meeting.invitation.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.command.CommandHandler;
import org.sharaka.chassis.command.Outcome.Changed;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.invitation.Invitation;
import org.sharaka.meeting.invitation.InvitationEvent;
import org.sharaka.meeting.invitation.Invitations;
import org.sharaka.meeting.invitation.IssuingRun;
import org.sharaka.meeting.invitation.IssuingRun.Status;
import org.sharaka.meeting.invitation.IssuingRuns;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.Meetings;

/**
 * Issues the invitations of a run in batches. Each batch embeds the meeting as it is just
 * before the batch is written. The run moves on only after the batch is written and the
 * standing of its charities was looked at again, so a batch that a crash interrupts is
 * repeated, which changes nothing that was written. Thread-safe.
 */
public class IssueInvitations {

	private static final int BATCH_SIZE = 1_000;

	/** Another instance continues a run after this time without progress. */
	private static final Duration LEASE = Duration.ofSeconds(10);

	/** A run is recorded moments before its meeting; later than this, none will come. */
	private static final Duration MAX_WAIT_FOR_MEETING = Duration.ofMinutes(10);

	private final IssuingRuns runs;

	private final Meetings meetings;

	private final Charities charities;

	private final Invitations invitations;

	private final CommandHandler<Invitation, InvitationEvent> handler;

	private final WithdrawOnLostStanding standing;

	private final Clock clock;

	public IssueInvitations(IssuingRuns runs, Meetings meetings, Charities charities, Invitations invitations,
			CommandHandler<Invitation, InvitationEvent> handler, WithdrawOnLostStanding standing, Clock clock) {
		this.runs = runs;
		this.meetings = meetings;
		this.charities = charities;
		this.invitations = invitations;
		this.handler = handler;
		this.standing = standing;
		this.clock = clock;
	}

	/** Leases the oldest unfinished run of a meeting. */
	public Optional<IssuingRun> lease(String meetingId) {
		Instant now = this.clock.instant();
		return this.runs.lease(meetingId, now, now.plus(LEASE));
	}

	/** Leases and finishes all runs that nobody else works on. */
	public void continueAll() {
		Optional<IssuingRun> run = leaseAny();
		while (run.isPresent()) {
			issue(run.get());
			run = leaseAny();
		}
	}

	private Optional<IssuingRun> leaseAny() {
		Instant now = this.clock.instant();
		return this.runs.leaseAny(now, now.plus(LEASE));
	}

	/**
	 * Issues the remaining invitations of a run that this process has leased. Returns
	 * when the run has ended, or when another instance has taken it over.
	 */
	public void issue(IssuingRun leased) {
		Optional<IssuingRun> run = Optional.of(leased);
		while (run.isPresent()) {
			run = issueBatch(run.get());
		}
	}

	/** The run to continue with; empty if there is nothing more to do. */
	private Optional<IssuingRun> issueBatch(IssuingRun run) {
		Optional<Meeting> found = this.meetings.find(run.meetingId());
		if (found.isEmpty()) {
			if (run.requestedAt().plus(MAX_WAIT_FOR_MEETING).isBefore(this.clock.instant())) {
				this.runs.removeOf(run.meetingId());
			}
			return Optional.empty();
		}
		Meeting meeting = found.get();
		if (meeting.refusesChanges(this.clock.instant()).isPresent()) {
			return end(run, Status.CANCELLED);
		}
		TreeMap<String, Optional<Charity>> batch = nextBatch(run);
		if (batch.isEmpty()) {
			return end(run, Status.DONE);
		}
		List<Charity> registered = batch.values().stream().flatMap(Optional::stream).toList();
		write(run, meeting, registered);
		this.standing.recheck(registered.stream().map((charity) -> Invitation.id(meeting.id(), charity.id())).toList());
		IssuingRun advanced = run.advanced(batch.lastKey(), registered.size());
		return this.runs.save(run, advanced, this.clock.instant().plus(LEASE)) ? Optional.of(advanced)
				: Optional.empty();
	}

	private Optional<IssuingRun> end(IssuingRun run, Status status) {
		this.runs.save(run, run.ended(status), Instant.EPOCH);
		return Optional.empty();
	}

	/**
	 * The next charities in the order of their ids; one that is not registered is empty.
	 */
	private TreeMap<String, Optional<Charity>> nextBatch(IssuingRun run) {
		TreeMap<String, Optional<Charity>> next = new TreeMap<>();
		List<String> named = run.nextNamed(BATCH_SIZE);
		Map<String, Charity> known = this.charities.findAll(named);
		named.forEach((id) -> next.put(id, Optional.ofNullable(known.get(id)).filter(Charity::isRegistered)));
		this.charities.registered(run.audience().criteria(), run.after(), BATCH_SIZE)
			.forEach((charity) -> next.put(charity.id(), Optional.of(charity)));
		while (next.size() > BATCH_SIZE) {
			next.pollLastEntry();
		}
		return next;
	}

	private void write(IssuingRun run, Meeting meeting, List<Charity> charities) {
		CommandContext context = CommandContext.of(run.actor(), run.commandId());
		Map<String, Invitation> existing = this.invitations
			.findAll(charities.stream().map((charity) -> Invitation.id(meeting.id(), charity.id())).toList());
		List<Changed<Invitation, InvitationEvent>> issued = new ArrayList<>();
		for (Charity charity : charities) {
			Invitation invitation = existing.get(Invitation.id(meeting.id(), charity.id()));
			if (invitation == null) {
				issued.add(Invitation.issue(meeting, charity));
			}
			else if (invitation.isWithdrawn()) {
				this.handler.handle(invitation.id(), context,
						(withdrawn) -> withdrawn.issueAgain(meeting, charity, run.requestedAt()));
			}
		}
		this.invitations.addAll(issued, context);
	}

}
