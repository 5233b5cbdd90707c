package org.sharaka.local.sandbox;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import org.sharaka.local.sandbox.Fault.Mode;

/** The fault of each channel, if any. Safe for use by many threads. */
public final class Faults {

	/** A server whose port closes and opens, and whose connections can be cut. */
	public interface Server {

		/**
		 * Told after each change, with the fault that now holds.
		 * @param fault the new fault, or empty when the channel is well again
		 */
		void faultChanged(Optional<Fault> fault);

	}

	private final Map<Channel, Fault> current = new EnumMap<>(Channel.class);

	private final Map<Channel, Server> servers = new EnumMap<>(Channel.class);

	public synchronized void tell(Channel channel, Server server) {
		this.servers.put(channel, server);
	}

	/** Sets the fault and returns once the channel's server behaves accordingly. */
	public void set(Channel channel, Fault fault) {
		change(channel, Optional.of(fault));
	}

	/** Ends the fault and returns once the channel's server is well. */
	public void end(Channel channel) {
		change(channel, Optional.empty());
	}

	private void change(Channel channel, Optional<Fault> fault) {
		Server server;
		synchronized (this) {
			fault.ifPresentOrElse(f -> this.current.put(channel, f), () -> this.current.remove(channel));
			server = this.servers.get(channel);
		}
		if (server != null) {
			server.faultChanged(fault);
		}
	}

	public synchronized Map<Channel, Fault> all() {
		return new EnumMap<>(this.current);
	}

	/** Draws once: does this mode strike this message (or connection)? */
	public boolean strikes(Channel channel, Mode mode) {
		Fault fault;
		synchronized (this) {
			fault = this.current.get(channel);
		}
		return fault != null && fault.mode() == mode && ThreadLocalRandom.current().nextDouble() < fault.rate();
	}

}
