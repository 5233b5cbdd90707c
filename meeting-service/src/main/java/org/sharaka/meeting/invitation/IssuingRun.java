package org.sharaka.meeting.invitation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.meeting.charity.Audience;

/**
 * The issuing of invitations to one audience: in the order of the charities' ids, in
 * batches, resumed where it stopped.
 *
 * @param id {@code <meetingId>/<commandId>}
 * @param commandId of the request; also of the invitations that it leads to
 * @param after the charity that was handled last; null at the start
 * @param expected how many charities the audience was when it was requested
 * @param issued how many of them have been invited
 */
public record IssuingRun(String id, String meetingId, Audience audience, String actor, String commandId,
		Instant requestedAt, @Nullable String after, int expected, int issued, Status status) {

	/** Whether there is more to issue. */
	public enum Status {

		RUNNING, DONE, CANCELLED

	}

	public static IssuingRun of(String meetingId, Audience audience, int expected, CommandContext context,
			Instant now) {
		return new IssuingRun(meetingId + "/" + context.commandId(), meetingId, audience, context.actor(),
				context.commandId(), now, null, expected, 0, Status.RUNNING);
	}

	public IssuingRun advanced(String newAfter, int newlyIssued) {
		return new IssuingRun(this.id, this.meetingId, this.audience, this.actor, this.commandId, this.requestedAt,
				newAfter, this.expected, this.issued + newlyIssued, this.status);
	}

	public IssuingRun ended(Status newStatus) {
		return new IssuingRun(this.id, this.meetingId, this.audience, this.actor, this.commandId, this.requestedAt,
				this.after, this.expected, this.issued, newStatus);
	}

	/** The next named charities, in order. */
	public List<String> nextNamed(int limit) {
		return this.audience.charityIds()
			.stream()
			.filter((id) -> this.after == null || id.compareTo(this.after) > 0)
			.limit(limit)
			.toList();
	}

}
