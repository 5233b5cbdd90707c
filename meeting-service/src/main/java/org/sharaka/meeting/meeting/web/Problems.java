package org.sharaka.meeting.meeting.web;

import java.time.Duration;
import java.util.function.Supplier;

import org.sharaka.chassis.command.VersionConflictException;
import org.sharaka.chassis.web.problem.ProblemException;
import org.sharaka.meeting.meeting.MeetingPolicy;
import org.sharaka.meeting.meeting.NoSuchMeetingException;
import org.sharaka.meeting.meeting.Refused;

/** Tells callers why something was not done. */
final class Problems {

	private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

	private Problems() {
	}

	/**
	 * Runs a command on a meeting.
	 * @throws ProblemException 404, or 409 named after the policy, or 503 if so many
	 * change the meeting at once that there was no getting through
	 */
	static <T> T told(Supplier<T> command) {
		try {
			return command.get();
		}
		catch (NoSuchMeetingException none) {
			throw ProblemException.notFound(none.id());
		}
		catch (Refused refused) {
			throw refused(refused);
		}
		catch (VersionConflictException busy) {
			throw ProblemException.unavailable(RETRY_AFTER);
		}
	}

	/** An invitation that is not there is 404 like everything that is not there. */
	private static ProblemException refused(Refused refused) {
		return (refused.policy() == MeetingPolicy.ONLY_THE_INVITED_ANSWER)
				? ProblemException.notFound(refused.subject()) : ProblemException.conflict(refused.policy().problem());
	}

}
