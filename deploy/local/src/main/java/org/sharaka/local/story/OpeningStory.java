package org.sharaka.local.story;

import org.sharaka.local.launcher.Console;

/** The opening story. */
public final class OpeningStory {

	private final Place place;

	private final Console console;

	public OpeningStory(Place place, Console console) {
		this.place = place;
		this.console = console;
	}

	public void play() throws InterruptedException {
		this.console.say("story at %s", this.place);
	}

}
