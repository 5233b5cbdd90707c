package org.sharaka.chassis.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.sharaka.chassis.command.Aggregate;
import org.sharaka.chassis.command.Aggregates;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.history.History;

/**
 * Aggregates in MongoDB, with the outbox in the aggregate's document. A service extends
 * it and adds its queries.
 *
 * @param <A> the aggregate
 * @param <E> its events
 */
public class MongoAggregates<A extends Aggregate, E> implements Aggregates<A, E> {

	private final AggregateCollection collection;

	private final AggregateMapping<A, E> mapping;

	protected MongoAggregates(AggregateCollection collection, AggregateMapping<A, E> mapping) {
		this.collection = collection;
		this.mapping = mapping;
	}

	@Override
	public Optional<A> find(String id) {
		return this.collection.find(id).map(this.mapping::fromDocument);
	}

	@Override
	public void add(Outcome.Changed<A, E> created, CommandContext context) {
		this.collection.add(created.state().id(), this.mapping.toDocument(created.state()), events(created), context);
	}

	@Override
	public void save(long version, Outcome.Changed<A, E> change, CommandContext context) {
		this.collection.save(change.state().id(), version, this.mapping.toDocument(change.state()), events(change),
				context);
	}

	@Override
	public boolean isProcessed(String id, String commandId) {
		return this.collection.isProcessed(id, commandId);
	}

	/**
	 * The history of these aggregates.
	 * @throws IllegalStateException if the collection keeps none
	 */
	public History<A> history() {
		return new MongoHistory<>(this.collection, this.collection.history(), this.mapping::fromDocument);
	}

	private List<NewEvent> events(Outcome.Changed<A, E> change) {
		Instant recordedAt = this.collection.now();
		return change.events()
			.stream()
			.map((event) -> this.mapping.toEvent(change.state(), event)
				.effectiveAt(this.mapping.effectiveAt(change.state(), event, recordedAt)))
			.toList();
	}

}
