package org.sharaka.meeting.meeting;

import java.net.URI;

import org.sharaka.chassis.text.BilingualText;

/** Where a meeting takes place. */
public sealed interface Venue {

	/**
	 * A hall of the ministry.
	 *
	 * @param hallId opaque: this service does not know halls
	 */
	record Hall(String hallId) implements Venue {
	}

	/** A place in words. */
	record Place(BilingualText text) implements Venue {
	}

	/** On the internet. */
	record Online(URI url) implements Venue {
	}

}
