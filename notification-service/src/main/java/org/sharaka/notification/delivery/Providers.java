package org.sharaka.notification.delivery;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The providers of each channel in order of preference. The next is asked only when the
 * one before certainly has nothing: it was not attempted, or no connection could be made.
 * After an unknown outcome nobody else is asked: that is how people get a message twice.
 * Thread-safe.
 */
public final class Providers implements AutoCloseable {

	private final Map<Channel, List<GuardedProvider>> byChannel = new EnumMap<>(Channel.class);

	public Providers(List<GuardedProvider> inOrderOfPreference) {
		for (Channel channel : Channel.values()) {
			this.byChannel.put(channel,
					inOrderOfPreference.stream().filter((provider) -> provider.channel() == channel).toList());
		}
	}

	/** The providers of a channel, the preferred first. */
	public List<GuardedProvider> of(Channel channel) {
		return this.byChannel.getOrDefault(channel, List.of());
	}

	/**
	 * Blocks for a finite time; throws nothing for what the outside does. When nobody
	 * took it, the answer is a real attempt's if there was one, else the refusal that
	 * ends soonest.
	 */
	public Delivery send(Dispatch dispatch) {
		Delivery best = null;
		for (GuardedProvider provider : of(dispatch.channel())) {
			Delivery delivery = new Delivery(provider.name(), provider.send(dispatch));
			if (!mayAskAnother(delivery.answer())) {
				return delivery;
			}
			best = (best == null) ? delivery : better(best, delivery);
		}
		return (best != null) ? best
				: new Delivery("none", new NotAttempted(Reason.of("no-provider"), Duration.ofMinutes(1)));
	}

	private static boolean mayAskAnother(Answer answer) {
		return switch (answer) {
			case NotAttempted refusal -> true;
			case Outcome.Deferred deferred -> deferred.origin() == Outcome.Origin.CONNECTION;
			case Outcome.Accepted accepted -> false;
			case Outcome.Rejected rejected -> false;
			case Outcome.Unknown unknown -> false;
		};
	}

	private static Delivery better(Delivery one, Delivery other) {
		if (one.answer() instanceof NotAttempted first && other.answer() instanceof NotAttempted second) {
			return (second.retryAfter().compareTo(first.retryAfter()) < 0) ? other : one;
		}
		return (one.answer() instanceof NotAttempted) ? other : one;
	}

	@Override
	public void close() {
		this.byChannel.values().forEach((providers) -> providers.forEach(GuardedProvider::close));
	}

}
