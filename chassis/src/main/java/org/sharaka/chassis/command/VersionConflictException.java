package org.sharaka.chassis.command;

/**
 * Somebody else changed the aggregate since it was read: read it again and decide again.
 */
public class VersionConflictException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public VersionConflictException(String id, long version) {
		super("aggregate " + id + " is no longer at version " + version);
	}

}
