package org.sharaka.local.launcher;

import java.net.URI;

import org.sharaka.local.story.Place;

/** Tells the story where everything listens. */
final class StoryPlace {

	private final Settings settings;

	StoryPlace(Settings settings) {
		this.settings = settings;
	}

	Place place() {
		return new Place(uri(this.settings.registry()), uri(this.settings.meeting()), uri(this.settings.notification()),
				uri(this.settings.sandbox()), this.settings.brokersOrOwn(),
				this.settings.environment().getOrDefault("TOPIC_PREFIX", ""));
	}

	private URI uri(Port port) {
		return URI.create(this.settings.url(port));
	}

}
