package org.sharaka.local.story;

/**
 * A step of the story did not come to pass; the message says which and what came instead.
 */
public final class StoryFailed extends RuntimeException {

	private static final long serialVersionUID = 1L;

	StoryFailed(String message) {
		super(message);
	}

}
