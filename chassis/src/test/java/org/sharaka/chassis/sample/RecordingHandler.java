package org.sharaka.chassis.sample;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.consumer.EventHandler;

/** Remembers what it handled; a test may make it fail. */
public final class RecordingHandler implements EventHandler {

	public static final String ANNOUNCEMENT = "org.sharaka.ministry.announcement-issued.v1";

	private final List<Event> handled = new CopyOnWriteArrayList<>();

	private volatile Consumer<Event> before = (event) -> {
	};

	@Override
	public Set<String> types() {
		return Set.of(ANNOUNCEMENT);
	}

	@Override
	public boolean feedsView() {
		return true;
	}

	@Override
	public void handle(List<Event> events) {
		events.forEach(this.before);
		this.handled.addAll(events);
	}

	/** Sets what happens to each event before it counts as handled. */
	public void before(Consumer<Event> before) {
		this.before = before;
	}

	public List<Event> handled() {
		return List.copyOf(this.handled);
	}

	public List<String> handledIds() {
		return this.handled.stream().map(Event::id).toList();
	}

}
