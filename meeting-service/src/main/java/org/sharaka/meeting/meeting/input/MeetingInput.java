package org.sharaka.meeting.meeting.input;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.meeting.charity.usecase.ResolveAudience.ResolvedAudience;
import org.sharaka.meeting.meeting.MeetingCorrection;
import org.sharaka.meeting.meeting.MeetingCorrection.AgendaLine;
import org.sharaka.meeting.meeting.MeetingDetails;
import org.sharaka.meeting.meeting.MeetingTime;
import org.sharaka.meeting.meeting.Venue;
import org.sharaka.meeting.meeting.usecase.ScheduleMeeting.Plan;

import static java.util.Objects.requireNonNull;

/**
 * The body of {@code POST /meetings}, and the data of {@code ministry.meeting-requested}.
 */
public final class MeetingInput {

	private static final int MAX_TITLE_LENGTH = 300;

	private static final int MAX_AGENDA_ITEMS = 100;

	private static final int MAX_CAPACITY = 100_000;

	private final Input input;

	private final @Nullable MeetingDetails details;

	private final @Nullable MeetingTime time;

	private final @Nullable Integer durationMinutes;

	private final @Nullable AudienceInput audience;

	private MeetingInput(Input input, @Nullable MeetingDetails details, @Nullable MeetingTime time,
			@Nullable Integer durationMinutes, @Nullable AudienceInput audience) {
		this.input = input;
		this.details = details;
		this.time = time;
		this.durationMinutes = durationMinutes;
		this.audience = audience;
	}

	/**
	 * Reads it, and records in the input what is wrong.
	 * @param commandId from which the ids of the agenda's items are derived
	 */
	public static MeetingInput read(Input input, String commandId, Instant now) {
		MeetingDetails.Type type = input.oneOf("type", MeetingDetails.Type.class);
		BilingualText title = input.bilingual("title", MAX_TITLE_LENGTH);
		MeetingTime time = TimeInput.time(input, now);
		Integer minutes = TimeInput.durationMinutes(input);
		Venue venue = input.object("venue", MeetingInput::venue);
		String chair = input.text("chair", 1, MAX_TITLE_LENGTH);
		Integer capacity = capacity(input);
		List<AgendaLine> agenda = agenda(input, false);
		AudienceInput audience = AudienceInput.read(input);
		MeetingDetails details = input.build(() -> new MeetingDetails(requireNonNull(type), requireNonNull(title),
				requireNonNull(venue), requireNonNull(chair), capacity, MeetingCorrection.items(agenda, commandId)));
		return new MeetingInput(input, details, time, minutes, audience);
	}

	/**
	 * The body of {@code PATCH /meetings/{id}}, a merge patch (RFC 7396).
	 * @throws org.sharaka.chassis.web.problem.ProblemException {@code invalid-input}
	 */
	public static MeetingCorrection readCorrection(Input input) {
		BilingualText title = given(input, "title") ? input.bilingual("title", MAX_TITLE_LENGTH) : null;
		Venue venue = given(input, "venue") ? input.object("venue", MeetingInput::venue) : null;
		String chair = given(input, "chair") ? input.text("chair", 1, MAX_TITLE_LENGTH) : null;
		Integer capacity = capacity(input);
		List<AgendaLine> agenda = given(input, "agenda") ? agenda(input, true) : null;
		return input
			.orThrow(() -> new MeetingCorrection(title, venue, chair, capacity, input.isNull("capacity"), agenda));
	}

	private static boolean given(Input input, String name) {
		return input.has(name);
	}

	private static @Nullable Integer capacity(Input input) {
		return input.optional().integer("capacity", 1, MAX_CAPACITY);
	}

	private static List<AgendaLine> agenda(Input input, boolean withIds) {
		return input.optional().list("agenda", 0, MAX_AGENDA_ITEMS, (item) -> {
			String id = withIds ? item.optional().id("id") : null;
			BilingualText title = item.bilingual("title", MAX_TITLE_LENGTH);
			return item.build(() -> new AgendaLine(id, requireNonNull(title)));
		});
	}

	private static @Nullable Venue venue(Input venue) {
		long given = Stream.of("hallId", "text", "url").filter((name) -> !venue.isAbsent(name)).count();
		Input optional = venue.optional();
		String hallId = optional.id("hallId");
		BilingualText text = optional.bilingual("text", MAX_TITLE_LENGTH);
		URI url = optional.uri("url");
		if (given != 1) {
			venue.reject("", "not-one-venue");
		}
		return venue.build(() -> new Venue(hallId, text, url));
	}

	/** Whom to invite, if that could be read. */
	public Optional<AudienceInput> audience() {
		return Optional.ofNullable(this.audience);
	}

	/**
	 * The plan.
	 * @throws org.sharaka.chassis.web.problem.ProblemException {@code invalid-input} with
	 * all errors
	 */
	public Plan plan(Optional<ResolvedAudience> resolved) {
		resolved
			.filter((found) -> this.input.errors().isEmpty() || found.size() > 0
					|| !found.audience().charityIds().isEmpty())
			.ifPresent((found) -> requireNonNull(this.audience).recordErrors(found, this.input));
		return this.input.orThrow(() -> new Plan(requireNonNull(this.details), requireNonNull(this.time),
				requireNonNull(this.durationMinutes), resolved.orElseThrow().audience(),
				resolved.orElseThrow().size()));
	}

}
