package org.sharaka.notification.dispatch;

import java.util.List;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.sharaka.notification.notice.Notices;
import org.springframework.context.SmartLifecycle;

/**
 * The dispatchers of this instance, one per channel.
 */
final class Dispatchers implements SmartLifecycle {

	private final List<ChannelDispatcher> dispatchers;

	private volatile boolean running;

	Dispatchers(List<ChannelDispatcher> dispatchers, Notices notices, MeterRegistry meters) {
		this.dispatchers = List.copyOf(dispatchers);
		notices.onCreated(() -> this.dispatchers.forEach(ChannelDispatcher::wake));
		Gauge.builder("sharaka.notices.held", () -> this.dispatchers.stream().mapToInt(ChannelDispatcher::held).sum())
			.description("notices that this instance has leased and not yet written")
			.register(meters);
	}

	@Override
	public void start() {
		this.dispatchers.forEach(ChannelDispatcher::start);
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		List<Thread> stopping = this.dispatchers.stream().map((dispatcher) -> Thread.startVirtualThread(() -> {
			try {
				dispatcher.stop();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		})).toList();
		try {
			for (Thread one : stopping) {
				one.join();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
