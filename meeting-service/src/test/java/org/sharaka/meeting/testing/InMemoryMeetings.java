package org.sharaka.meeting.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.AlreadyExistsException;
import org.sharaka.chassis.command.VersionConflictException;
import org.sharaka.meeting.meeting.Invitation;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingEvent;
import org.sharaka.meeting.meeting.Meetings;
import org.sharaka.meeting.meeting.Outcome.Change;

/** Meetings without a database, with its guarantees: a write needs the version read. */
public final class InMemoryMeetings implements Meetings {

	private final Map<String, Meeting> all = new ConcurrentHashMap<>();

	private final Set<String> obeyed = ConcurrentHashMap.newKeySet();

	private final List<MeetingEvent> events = Collections.synchronizedList(new ArrayList<>());

	/** What was published, in order. */
	public List<MeetingEvent> events() {
		return List.copyOf(this.events);
	}

	@Override
	public Optional<Meeting> find(String id) {
		return Optional.ofNullable(this.all.get(id));
	}

	@Override
	public Set<String> existing(Collection<String> ids) {
		return ids.stream().filter(this.all::containsKey).collect(Collectors.toSet());
	}

	@Override
	public Optional<Listed> findListed(String id) {
		return find(id).map((meeting) -> new Listed(meeting.snapshot(), meeting.invitations().tally()));
	}

	@Override
	public List<Listed> list(Selection selection, @Nullable Place after, int limit) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<String> withOpenInvitations(Collection<String> charityIds, Instant now) {
		return this.all.values()
			.stream()
			.filter((meeting) -> meeting.invitations().all().stream().anyMatch((one) -> isOpen(one, charityIds)))
			.map(Meeting::id)
			.toList();
	}

	private static boolean isOpen(Invitation invitation, Collection<String> charityIds) {
		return charityIds.contains(invitation.charityId()) && invitation.status().isOpen();
	}

	@Override
	public void add(Change scheduled) {
		if (this.all.putIfAbsent(scheduled.after().id(), scheduled.after()) != null) {
			throw new AlreadyExistsException(scheduled.after().id(), new IllegalStateException());
		}
		this.events.addAll(scheduled.events());
	}

	@Override
	public void save(Change change, @Nullable String commandId) {
		Meeting before = Optional.ofNullable(change.before()).orElseThrow();
		Meeting written = this.all.computeIfPresent(before.id(),
				(id, now) -> (now.version() == before.version()) ? change.after() : now);
		if (written != change.after()) {
			throw new VersionConflictException(before.id(), before.version());
		}
		this.events.addAll(change.events());
		if (commandId != null) {
			this.obeyed.add(before.id() + commandId);
		}
	}

	@Override
	public boolean hasObeyed(String id, String commandId) {
		return this.obeyed.contains(id + commandId);
	}

}
