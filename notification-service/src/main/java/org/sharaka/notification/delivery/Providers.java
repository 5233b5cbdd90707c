package org.sharaka.notification.delivery;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The providers of each channel in order of preference. The next provider is asked only
 * if the previous one certainly does not have the message: it was not attempted, or no
 * connection could be made. After an unknown result no other provider is asked, because
 * the recipient could get the message twice. Thread-safe.
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
	 * Sends a message. Blocks for a finite time and throws no exception for external
	 * failures. If no provider accepted the message, returns the result of a real attempt
	 * if there was one, otherwise the refusal with the shortest pause.
	 */
	public SendResult send(OutgoingMessage message) {
		SendResult best = null;
		for (GuardedProvider provider : of(message.channel())) {
			SendResult result = provider.send(message);
			if (!mayAskNext(result)) {
				return result;
			}
			best = (best == null) ? result : better(best, result);
		}
		return (best != null) ? best : new SendResult.NotAttempted(Reason.of("no-provider"), Duration.ofMinutes(1));
	}

	private static boolean mayAskNext(SendResult result) {
		return switch (result) {
			case SendResult.NotAttempted refusal -> true;
			case SendResult.Deferred deferred -> deferred.origin() == SendResult.Origin.CONNECTION;
			case SendResult.Accepted accepted -> false;
			case SendResult.Rejected rejected -> false;
			case SendResult.Unknown unknown -> false;
		};
	}

	private static SendResult better(SendResult one, SendResult other) {
		if (one instanceof SendResult.NotAttempted first && other instanceof SendResult.NotAttempted second) {
			return (second.retryAfter().compareTo(first.retryAfter()) < 0) ? second : first;
		}
		return (one instanceof SendResult.NotAttempted) ? other : one;
	}

	@Override
	public void close() {
		this.byChannel.values().forEach((providers) -> providers.forEach(GuardedProvider::close));
	}

}
