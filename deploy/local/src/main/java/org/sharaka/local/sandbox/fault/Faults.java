package org.sharaka.local.sandbox.fault;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import org.sharaka.local.sandbox.fault.Fault.Mode;
import org.sharaka.local.sandbox.message.Channel;

/** The current fault of each channel, if it has one. Thread-safe. */
public final class Faults {

	/** A server that must react when the fault of its channel changes. */
	public interface Listener {

		/**
		 * Called after each change.
		 * @param fault the new fault, or empty if the channel works normally again
		 */
		void faultChanged(Optional<Fault> fault);

	}

	private final Map<Channel, Fault> current = new EnumMap<>(Channel.class);

	private final Map<Channel, Listener> listeners = new EnumMap<>(Channel.class);

	public synchronized void register(Channel channel, Listener listener) {
		this.listeners.put(channel, listener);
	}

	/** Sets the fault. It is in effect when this method returns. */
	public void set(Channel channel, Fault fault) {
		change(channel, Optional.of(fault));
	}

	/** Removes the fault. The channel works normally when this method returns. */
	public void remove(Channel channel) {
		change(channel, Optional.empty());
	}

	private void change(Channel channel, Optional<Fault> fault) {
		Listener listener;
		synchronized (this) {
			fault.ifPresentOrElse(f -> this.current.put(channel, f), () -> this.current.remove(channel));
			listener = this.listeners.get(channel);
		}
		if (listener != null) {
			listener.faultChanged(fault);
		}
	}

	public synchronized Map<Channel, Fault> all() {
		return new EnumMap<>(this.current);
	}

	/**
	 * Decides, at random by the rate of the current fault, whether a fault of this mode
	 * affects the message or connection at hand.
	 */
	public boolean applies(Channel channel, Mode mode) {
		Fault fault;
		synchronized (this) {
			fault = this.current.get(channel);
		}
		return fault != null && fault.mode() == mode && ThreadLocalRandom.current().nextDouble() < fault.rate();
	}

}
