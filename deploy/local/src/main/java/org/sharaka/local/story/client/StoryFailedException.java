package org.sharaka.local.story.client;

/** A step of the story failed. The message says which step, and what happened instead. */
public final class StoryFailedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public StoryFailedException(String message) {
		super(message);
	}

}
