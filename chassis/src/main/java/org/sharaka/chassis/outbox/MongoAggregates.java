package org.sharaka.chassis.outbox;

import java.util.List;
import java.util.Optional;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.Aggregate;
import org.sharaka.chassis.command.Aggregates;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.command.Outcome;

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
		Document fields = this.mapping.toDocument(created.state());
		fields.values().removeIf((value) -> value == null);
		this.collection.insert(created.state().id(), fields, events(created), commandId(context));
	}

	@Override
	public void save(long version, Outcome.Changed<A, E> change, CommandContext context) {
		Document set = new Document();
		Document unset = new Document();
		this.mapping.toDocument(change.state()).forEach((name, value) -> {
			if (value != null) {
				set.append(name, value);
			}
			else {
				unset.append(name, "");
			}
		});
		Document update = new Document("$set", set);
		if (!unset.isEmpty()) {
			update.append("$unset", unset);
		}
		this.collection.update(change.state().id(), version, update, events(change), commandId(context));
	}

	@Override
	public boolean isProcessed(String id, String commandId) {
		return this.collection.find(id)
			.filter((document) -> AggregateCollection.isProcessed(document, commandId))
			.isPresent();
	}

	private List<NewEvent> events(Outcome.Changed<A, E> change) {
		return change.events().stream().map((event) -> this.mapping.toEvent(change.state(), event)).toList();
	}

	private static @Nullable String commandId(CommandContext context) {
		return context.repeatable() ? context.commandId() : null;
	}

}
