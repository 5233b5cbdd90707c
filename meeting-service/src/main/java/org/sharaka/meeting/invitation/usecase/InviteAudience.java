package org.sharaka.meeting.invitation.usecase;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.command.Outcome.NotFound;
import org.sharaka.chassis.command.Outcome.Refused;
import org.sharaka.chassis.command.Outcome.Unchanged;
import org.sharaka.meeting.charity.Audience;
import org.sharaka.meeting.invitation.Invitation;
import org.sharaka.meeting.invitation.Invitation.Status;
import org.sharaka.meeting.invitation.Invitations;
import org.sharaka.meeting.invitation.IssuingRun;
import org.sharaka.meeting.invitation.IssuingRuns;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingEvent;
import org.sharaka.meeting.meeting.MeetingInvitations;
import org.sharaka.meeting.meeting.MeetingRefusal;
import org.sharaka.meeting.meeting.Meetings;

/**
 * Invites audiences to meetings: a small one before it returns, a large one in the
 * background.
 */
public class InviteAudience implements MeetingInvitations {

	/** Up to so many are issued before the request is answered. */
	private static final int MAX_ISSUED_AT_ONCE = 200;

	private static final int PAGE_SIZE = 1_000;

	private final Meetings meetings;

	private final Invitations invitations;

	private final IssuingRuns runs;

	private final IssueInvitations issuing;

	private final WithdrawOnLostStanding standing;

	private final Executor background;

	private final Clock clock;

	public InviteAudience(Meetings meetings, Invitations invitations, IssuingRuns runs, IssueInvitations issuing,
			WithdrawOnLostStanding standing, Executor background, Clock clock) {
		this.meetings = meetings;
		this.invitations = invitations;
		this.runs = runs;
		this.issuing = issuing;
		this.standing = standing;
		this.background = background;
		this.clock = clock;
	}

	/**
	 * Invites more charities to a meeting, or those again whose invitations were
	 * withdrawn.
	 * @return the meeting, which does not change
	 */
	public Outcome<Meeting, MeetingEvent> invite(String meetingId, Audience audience, int expected,
			CommandContext context) {
		Optional<Meeting> meeting = this.meetings.find(meetingId);
		if (meeting.isEmpty()) {
			return new NotFound<>(meetingId);
		}
		context.precondition().accept(meeting.get().version());
		Optional<MeetingRefusal> refusal = meeting.get().refusesChanges(this.clock.instant());
		if (refusal.isPresent()) {
			return new Refused<>(refusal.get());
		}
		request(meetingId, audience, expected, context);
		issueRequested(meetingId);
		return new Unchanged<>(meeting.get());
	}

	@Override
	public void request(String meetingId, Audience audience, int expected, CommandContext context) {
		this.runs.add(IssuingRun.of(meetingId, audience, expected, context, this.clock.instant()));
	}

	@Override
	public void issueRequested(String meetingId) {
		this.issuing.lease(meetingId).ifPresent((run) -> {
			if (run.expected() <= MAX_ISSUED_AT_ONCE) {
				this.issuing.issue(run);
			}
			else {
				this.background.execute(() -> this.issuing.issue(run));
			}
		});
	}

	@Override
	public void recheckDeclined(Meeting moved) {
		@Nullable String after = null;
		List<Invitation> page;
		do {
			page = this.invitations.answeredEarlier(moved, Status.DECLINED, after, PAGE_SIZE);
			if (!page.isEmpty()) {
				this.standing.recheck(page.stream().map(Invitation::id).toList());
				after = page.getLast().charityId();
			}
		}
		while (page.size() == PAGE_SIZE);
	}

	@Override
	public Collection<String> meetingsOf(String charityId) {
		return this.invitations.meetingsOf(charityId);
	}

	@Override
	public Map<String, Summary> summaries(Collection<Meeting> some) {
		if (some.isEmpty()) {
			return Map.of();
		}
		Map<String, Map<Status, Integer>> counts = this.invitations.count(some);
		Map<String, List<IssuingRun>> progress = this.runs.progress(some.stream().map(Meeting::id).toList())
			.stream()
			.collect(Collectors.groupingBy(IssuingRun::meetingId));
		Map<String, Summary> summaries = new HashMap<>();
		some.forEach((meeting) -> summaries.put(meeting.id(),
				new Summary(allStatuses(counts.getOrDefault(meeting.id(), new EnumMap<>(Status.class))),
						sum(progress.getOrDefault(meeting.id(), List.of())))));
		return summaries;
	}

	private static Map<String, Integer> allStatuses(Map<Status, Integer> counts) {
		Map<String, Integer> all = new LinkedHashMap<>();
		for (Status status : Status.values()) {
			all.put(status.name(), counts.getOrDefault(status, 0));
		}
		return all;
	}

	/** Running if any of the runs is; otherwise as the last one ended. */
	private static Issuing sum(List<IssuingRun> runs) {
		IssuingRun.Status status = runs.stream()
			.map(IssuingRun::status)
			.filter(IssuingRun.Status.RUNNING::equals)
			.findFirst()
			.orElseGet(() -> runs.isEmpty() ? IssuingRun.Status.DONE : runs.getLast().status());
		return new Issuing(status.name(), runs.stream().mapToInt(IssuingRun::expected).sum(),
				runs.stream().mapToInt(IssuingRun::issued).sum());
	}

}
