package org.sharaka.notification.sending;

import java.util.List;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.sharaka.notification.notice.Notices;
import org.springframework.context.SmartLifecycle;

/**
 * The lanes of this instance, one per channel.
 */
final class Sending implements SmartLifecycle {

	private final List<Lane> lanes;

	private volatile boolean running;

	Sending(List<Lane> lanes, Notices notices, MeterRegistry meters) {
		this.lanes = List.copyOf(lanes);
		notices.onCreated(() -> this.lanes.forEach(Lane::wake));
		Gauge.builder("sharaka.notices.held", () -> this.lanes.stream().mapToInt(Lane::held).sum())
			.description("notices that this instance has claimed and not yet written back")
			.register(meters);
	}

	@Override
	public void start() {
		this.lanes.forEach(Lane::start);
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		List<Thread> stopping = this.lanes.stream().map((lane) -> Thread.startVirtualThread(() -> {
			try {
				lane.stop();
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
