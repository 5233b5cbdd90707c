package org.sharaka.meeting.meeting;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.sharaka.chassis.text.BilingualText;

/** The rules for how many can be invited to one meeting. */
public enum GuestPolicy {

	/** A criterion that selects nobody is more likely a mistake than a wish. */
	SOMEBODY_IS_INVITED("nobody-matches") {
		@Override
		boolean allows(MeetingPlan plan, int guests) {
			return guests > 0;
		}
	},

	/**
	 * A meeting is one document, and its events go out one after the other: more would
	 * make both slow. Beyond this a ministry speaks of a broadcast.
	 */
	AT_MOST_5000("too-many-invitations") {
		@Override
		boolean allows(MeetingPlan plan, int guests) {
			return guests <= MOST;
		}
	},

	/**
	 * All events of the scheduling are in one document, each with the meeting in it.
	 * MongoDB takes 16 MiB.
	 */
	FITS_IN_ONE_WRITE("too-long-for-so-many") {
		@Override
		boolean allows(MeetingPlan plan, int guests) {
			return guests * (size(plan) + EVENT) <= ONE_WRITE;
		}
	};

	/** The most charities that can be invited to one meeting. */
	public static final int MOST = 5_000;

	/** In bytes, leaving room for later events of the same meeting. */
	private static final long ONE_WRITE = 13L * 1024 * 1024;

	/**
	 * In bytes: an event without the meeting's texts, its envelope, and the invitation.
	 */
	private static final int EVENT = 1_100;

	private final String code;

	GuestPolicy(String code) {
		this.code = code;
	}

	/** The code of the error for a list that breaks this rule. */
	public String code() {
		return this.code;
	}

	/** What the message of the error says beside. */
	public List<Object> args() {
		return (this == AT_MOST_5000) ? List.of(MOST) : List.of();
	}

	abstract boolean allows(MeetingPlan plan, int guests);

	/** The first rule that so many guests break. */
	public static Optional<GuestPolicy> brokenBy(MeetingPlan plan, int guests) {
		return Arrays.stream(values()).filter((policy) -> !policy.allows(plan, guests)).findFirst();
	}

	/** The bytes of what people wrote. */
	private static long size(MeetingPlan plan) {
		long venue = switch (plan.venue()) {
			case Venue.Hall hall -> bytes(hall.hallId());
			case Venue.Place place -> bytes(place.text());
			case Venue.Online online -> bytes(online.url().toString());
		};
		long agenda = plan.agenda().stream().mapToLong((item) -> 30 + bytes(item.title())).sum();
		return bytes(plan.title()) + bytes(plan.chair()) + venue + agenda;
	}

	private static long bytes(BilingualText text) {
		return bytes(text.ar()) + ((text.en() != null) ? bytes(text.en()) : 0);
	}

	/** Quotation marks and the like are written with a backslash. */
	private static long bytes(String text) {
		long escaped = text.chars().filter((c) -> c == '"' || c == '\\').count();
		return text.getBytes(StandardCharsets.UTF_8).length + escaped;
	}

}
