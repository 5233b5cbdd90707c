package org.sharaka.meeting.meeting.input;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.chassis.web.input.Values;
import org.sharaka.meeting.charity.Criteria;
import org.sharaka.meeting.charity.Field;
import org.sharaka.meeting.charity.Kind;
import org.sharaka.meeting.charity.Regions;
import org.sharaka.meeting.meeting.AgendaItem;
import org.sharaka.meeting.meeting.GuestList;
import org.sharaka.meeting.meeting.GuestPolicy;
import org.sharaka.meeting.meeting.Invite;
import org.sharaka.meeting.meeting.MeetingPlan;
import org.sharaka.meeting.meeting.MeetingTime;
import org.sharaka.meeting.meeting.MeetingType;
import org.sharaka.meeting.meeting.Venue;

import static java.util.Objects.requireNonNull;

/**
 * The body of {@code POST /meetings}, and the data of {@code ministry.meeting-requested}.
 */
public final class MeetingForm {

	private static final int TITLE = 300;

	private static final int LONGEST_AGENDA = 100;

	private static final int MOST_PLACES = 100_000;

	private final Input input;

	private final @Nullable MeetingPlan plan;

	private final @Nullable Invite invite;

	private MeetingForm(Input input, @Nullable MeetingPlan plan, @Nullable Invite invite) {
		this.input = input;
		this.plan = plan;
		this.invite = invite;
	}

	/** Reads it, and notes in the input what is wrong. */
	public static MeetingForm read(Input input, Instant now) {
		MeetingType type = input.oneOf("type", MeetingType.class);
		BilingualText title = input.bilingual("title", TITLE);
		MeetingTime time = TimeFields.read(input, now);
		Integer minutes = TimeFields.durationMinutes(input);
		Venue venue = input.object("venue", MeetingForm::venue);
		String chair = input.text("chair", 1, TITLE);
		Integer capacity = input.optional().integer("capacity", 1, MOST_PLACES);
		List<AgendaItem> agenda = input.optional().list("agenda", 0, LONGEST_AGENDA, (item) -> {
			BilingualText itemTitle = item.bilingual("title", TITLE);
			return item.build(() -> new AgendaItem(requireNonNull(itemTitle)));
		});
		Invite invite = input.object("invite", MeetingForm::invite);
		MeetingPlan plan = input
			.build(() -> new MeetingPlan(requireNonNull(type), requireNonNull(title), requireNonNull(time),
					requireNonNull(minutes), requireNonNull(venue), requireNonNull(chair), capacity, agenda));
		return new MeetingForm(input, plan, invite);
	}

	private static @Nullable Venue venue(Input venue) {
		List<String> given = Stream.of("hallId", "text", "url")
			.filter((name) -> venue.has(name) && !venue.isNull(name))
			.toList();
		Input optional = venue.optional();
		String hallId = optional.id("hallId");
		BilingualText text = optional.bilingual("text", TITLE);
		URI url = optional.uri("url");
		if (given.size() != 1) {
			venue.reject("", "not-one-venue");
		}
		return venue.build(() -> {
			if (hallId != null) {
				return new Venue.Hall(hallId);
			}
			return (text != null) ? new Venue.Place(text) : new Venue.Online(requireNonNull(url));
		});
	}

	private static @Nullable Invite invite(Input invite) {
		Input optional = invite.optional();
		List<String> charities = optional.ids("charities", 0, GuestPolicy.MOST);
		Criteria criteria = new Criteria(optional.setOf("kinds", Kind.class, 0),
				optional.setOf("fields", Field.class, 0), new HashSet<>(optional.items("regions", 0, Regions.ALL.size(),
						Values.oneOf(Regions.ALL, (region) -> region))));
		return invite.build(() -> {
			if (charities.isEmpty() && criteria.isEmpty()) {
				invite.reject("", "nobody-invited");
			}
			return new Invite(charities, criteria);
		});
	}

	/** Whom to invite, if that much could be read. */
	public Optional<Invite> invite() {
		return Optional.ofNullable(this.invite);
	}

	/** Notes what is wrong with the guests that the invite stands for. */
	public void judge(GuestList.Guests guests) {
		guests.faults()
			.forEach((fault) -> this.input.reject("/invite" + fault.pointer(), fault.code(), fault.args().toArray()));
		if (this.plan != null && guests.faults().isEmpty()) {
			GuestPolicy.brokenBy(this.plan, guests.charities().size())
				.ifPresent((policy) -> this.input.reject("/invite", policy.code(), policy.args().toArray()));
		}
	}

	/**
	 * The plan.
	 * @throws org.sharaka.chassis.web.problem.ProblemException {@code invalid-input} with
	 * all that was noted
	 */
	public MeetingPlan orThrow() {
		return this.input.orThrow(() -> Optional.ofNullable(this.plan).orElseThrow());
	}

}
