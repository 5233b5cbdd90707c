package org.sharaka.chassis.command;

import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Loads an aggregate, lets it decide on a command, saves the change, and starts again if
 * another command was faster. Thread-safe.
 *
 * <p>
 * Within one process, commands for the same aggregate queue up in the order of their
 * arrival, so that many at once do not defeat each other; between processes the version
 * decides.
 *
 * @param <A> the aggregate
 * @param <E> its events
 */
public final class CommandHandler<A extends Aggregate, E> {

	/**
	 * Each conflict means that another process has succeeded; so many in a row mean that
	 * something is wrong.
	 */
	private static final int MAX_ATTEMPTS = 100;

	private static final int QUEUES = 64;

	private final Aggregates<A, E> aggregates;

	private final Lock[] queues = Stream.generate(() -> new ReentrantLock(true)).limit(QUEUES).toArray(Lock[]::new);

	public CommandHandler(Aggregates<A, E> aggregates) {
		this.aggregates = aggregates;
	}

	/**
	 * Creates the aggregate whose id is the command's. If it exists already, the command
	 * was sent before.
	 */
	public Outcome<A, E> create(CommandContext context, Supplier<Outcome<A, E>> decide) {
		Outcome<A, E> outcome = decide.get();
		if (outcome instanceof Outcome.Changed<A, E> created) {
			try {
				this.aggregates.add(created, context);
			}
			catch (AlreadyExistsException ex) {
				Optional<A> existing = this.aggregates.find(created.state().id());
				return new Outcome.Unchanged<>(existing.orElseThrow(() -> ex));
			}
		}
		return outcome;
	}

	/**
	 * Changes an aggregate.
	 * @param decide is called again after each conflict, with the state as it is then
	 * @throws VersionConflictException if the conflicts do not end
	 */
	public Outcome<A, E> handle(String id, CommandContext context, Function<A, Outcome<A, E>> decide) {
		Lock queue = this.queues[Math.floorMod(id.hashCode(), QUEUES)];
		queue.lock();
		try {
			for (int attempt = 1;; attempt++) {
				try {
					return attempt(id, context, decide);
				}
				catch (VersionConflictException ex) {
					if (attempt == MAX_ATTEMPTS) {
						throw ex;
					}
				}
			}
		}
		finally {
			queue.unlock();
		}
	}

	private Outcome<A, E> attempt(String id, CommandContext context, Function<A, Outcome<A, E>> decide) {
		Optional<A> found = this.aggregates.find(id);
		if (found.isEmpty()) {
			return new Outcome.NotFound<>(id);
		}
		A current = found.get();
		// after the aggregate was read: a command that is processed in between changes
		// its version
		if (context.repeatable() && this.aggregates.isProcessed(id, context.commandId())) {
			return new Outcome.Unchanged<>(this.aggregates.find(id).orElse(current));
		}
		context.precondition().accept(current.version());
		Outcome<A, E> outcome = decide.apply(current);
		if (outcome instanceof Outcome.Changed<A, E> change) {
			this.aggregates.save(current.version(), change, context);
		}
		return outcome;
	}

}
