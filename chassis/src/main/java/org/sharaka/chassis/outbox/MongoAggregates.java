package org.sharaka.chassis.outbox;

import java.time.Instant;
import java.util.Collection;
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

	/**
	 * Adds many new aggregates in one command. Those that exist already are left as they
	 * are.
	 * @return how many were added
	 */
	protected int addAll(Collection<Outcome.Changed<A, E>> created, CommandContext context) {
		return this.collection
			.bulk(created.stream()
				.map((one) -> this.collection.insertion(one.state().id(), this.mapping.toDocument(one.state()),
						events(one), context))
				.toList())
			.inserted();
	}

	/**
	 * Writes changes of many aggregates in one command. A change whose aggregate is no
	 * longer at the version before its events is not written.
	 * @return how many were written
	 */
	protected int saveAll(Collection<Outcome.Changed<A, E>> changes, CommandContext context) {
		return this.collection
			.bulk(changes.stream()
				.map((one) -> this.collection.change(one.state().id(), one.state().version() - one.events().size(),
						this.mapping.toDocument(one.state()), events(one), context))
				.toList())
			.matched();
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
