package org.sharaka.meeting.meeting;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.meeting.MeetingCommand.Answer;
import org.sharaka.meeting.meeting.MeetingCommand.Cancel;
import org.sharaka.meeting.meeting.MeetingCommand.Reschedule;

/**
 * Answers, moves and cancels meetings. All methods throw {@link NoSuchMeetingException}
 * and {@link Refused}, and return the meeting as it is then.
 */
public class MeetingDesk {

	private final Charities charities;

	private final MeetingChanges changes;

	private final StandingCheck standing;

	private final Clock clock;

	public MeetingDesk(Charities charities, MeetingChanges changes, StandingCheck standing, Clock clock) {
		this.charities = charities;
		this.changes = changes;
		this.standing = standing;
		this.clock = clock;
	}

	/**
	 * Who asks, and under which condition.
	 *
	 * @param commandId if it may be asked again
	 * @param precondition throws if the caller would not want to change the meeting as it
	 * is
	 */
	public record Request(String meetingId, @Nullable String commandId, Consumer<Meeting> precondition) {
	}

	/** An answer that opens an invitation again needs a look at the standing after it. */
	public Meeting answer(Request request, String charityId, InvitationStatus status, List<String> delegates) {
		Meeting answered = obey(request, (meeting) -> {
			Charity charity = this.charities.findAll(List.of(charityId)).get(charityId);
			return new Answer(charityId, charity, status, delegates);
		});
		return status.isOpen() ? this.standing.recheck(answered, charityId) : answered;
	}

	/** All are asked again, so their standing is looked at before and after. */
	public Meeting reschedule(Request request, MeetingTime time, @Nullable Integer durationMinutes,
			BilingualText reason) {
		Meeting moved = obey(request, (meeting) -> {
			List<String> invited = meeting.invitations().charities((one) -> !one.isWithdrawn());
			Map<String, Charity> known = this.charities.findAll(invited);
			return new Reschedule(time, durationMinutes, reason, known);
		});
		return this.standing.recheck(moved);
	}

	public Meeting cancel(Request request, @Nullable BilingualText reason) {
		return obey(request, (meeting) -> new Cancel(reason));
	}

	private Meeting obey(Request request, Function<Meeting, MeetingCommand> command) {
		return this.changes.change(request.meetingId(), request.commandId(), request.precondition(),
				(meeting) -> meeting.obey(command.apply(meeting), this.clock.instant()));
	}

}
