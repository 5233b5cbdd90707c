package org.sharaka.chassis.command;

import java.util.function.LongConsumer;

/**
 * Who sends a command, which sending it is, and on which condition.
 *
 * @param actor who asks: the {@code source} of the event that asks, or {@link #ANONYMOUS}
 * @param commandId a UUID that is the same when the same command is sent again. A command
 * that creates an aggregate gives it this id
 * @param repeatable whether the same command can be sent again; if not, nothing needs to
 * remember it
 * @param precondition is given the aggregate's version and throws if the caller does not
 * want to change it as it is now
 */
public record CommandContext(String actor, String commandId, boolean repeatable, LongConsumer precondition) {

	/** A caller who is not known. */
	public static final String ANONYMOUS = "anonymous";

	private static final LongConsumer NO_PRECONDITION = (version) -> {
	};

	/** A command that may be sent again and that applies to every version. */
	public static CommandContext of(String actor, String commandId) {
		return new CommandContext(actor, commandId, true, NO_PRECONDITION);
	}

}
