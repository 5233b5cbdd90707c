package org.sharaka.meeting.meeting;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.VersionConflictException;
import org.sharaka.meeting.meeting.Outcome.Change;
import org.sharaka.meeting.meeting.Outcome.Refusal;

/**
 * Reads a meeting, decides, writes, and does so again if somebody else has changed the
 * meeting in between. Within this process those who change the same meeting queue up,
 * first come, first served: when a reception is announced its answers come all at once,
 * and would otherwise defeat each other. Among processes the version decides.
 * Thread-safe.
 */
public class MeetingChanges {

	/**
	 * Other processes win now and then; so often in a row means that something is wrong.
	 */
	private static final int ATTEMPTS = 20;

	private static final int QUEUES = 64;

	private final Meetings meetings;

	private final Lock[] queues = Stream.generate(() -> new ReentrantLock(true)).limit(QUEUES).toArray(Lock[]::new);

	public MeetingChanges(Meetings meetings) {
		this.meetings = meetings;
	}

	/**
	 * @param commandId what asks for the change, if it may ask again: the second time
	 * does nothing
	 * @param precondition looks at the meeting before each attempt and throws if the
	 * caller would not want to change it
	 * @return the meeting as it is then
	 * @throws NoSuchMeetingException if there is none
	 * @throws Refused if a policy forbids it
	 */
	public Meeting change(String id, @Nullable String commandId, Consumer<Meeting> precondition,
			Function<Meeting, Outcome> decide) {
		Lock queue = this.queues[Math.floorMod(id.hashCode(), QUEUES)];
		queue.lock();
		try {
			for (int attempt = 1;; attempt++) {
				try {
					return attempt(id, commandId, precondition, decide);
				}
				catch (VersionConflictException stale) {
					if (attempt == ATTEMPTS) {
						throw stale;
					}
				}
			}
		}
		finally {
			queue.unlock();
		}
	}

	private Meeting attempt(String id, @Nullable String commandId, Consumer<Meeting> precondition,
			Function<Meeting, Outcome> decide) {
		Meeting meeting = this.meetings.find(id).orElseThrow(() -> new NoSuchMeetingException(id));
		// after it was read: if it obeys in between, its version is no longer this one
		if (commandId != null && this.meetings.hasObeyed(id, commandId)) {
			return this.meetings.find(id).orElse(meeting);
		}
		precondition.accept(meeting);
		return switch (decide.apply(meeting)) {
			case Refusal refusal -> throw new Refused(refusal.policy(), refusal.subject());
			case Change change when change.isNone() -> meeting;
			case Change change -> {
				this.meetings.save(change, commandId);
				yield change.after();
			}
		};
	}

}
