package org.sharaka.local.sandbox.sms;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import org.sharaka.local.sandbox.message.Channel;
import org.sharaka.local.sandbox.message.Message.Sms;
import org.sharaka.local.sandbox.message.MessageStore;
import org.sharaka.local.sandbox.message.TextAnalysis;

/**
 * Reassembles text messages from their parts, as a phone does. The octets are joined
 * before they are decoded, so a character that is split between two parts is decoded
 * correctly. A message with missing parts is stored incomplete after a time limit.
 * Thread-safe.
 */
final class MessageAssembler {

	static final Duration REASSEMBLY_TIMEOUT = Duration.ofSeconds(30);

	private static final int MAX_INCOMPLETE = 1_000;

	private final MessageStore messages;

	private final Clock clock;

	private final Map<Key, IncompleteMessage> incomplete = new LinkedHashMap<>();

	MessageAssembler(MessageStore messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	private record Key(String from, String to, int reference, int total, Encoding encoding) {
	}

	private record IncompleteMessage(Instant since, SortedMap<Integer, byte[]> parts) {
	}

	synchronized void receive(String from, String to, Encoding encoding, MessagePart part) {
		Key key = new Key(from, to, part.reference(), part.total(), encoding);
		if (part.total() == 1) {
			store(key, new TreeMap<>(Map.of(1, part.octets())));
			return;
		}
		IncompleteMessage message = this.incomplete.computeIfAbsent(key,
				k -> new IncompleteMessage(this.clock.instant(), new TreeMap<>()));
		message.parts().put(part.number(), part.octets());
		if (message.parts().size() == part.total()) {
			this.incomplete.remove(key);
			store(key, message.parts());
		}
		releaseIncompleteMessages();
	}

	/**
	 * Stores the messages whose parts have been awaited too long. Must also be called
	 * periodically, since the last message may be incomplete.
	 */
	synchronized void releaseIncompleteMessages() {
		Instant limit = this.clock.instant().minus(REASSEMBLY_TIMEOUT);
		Iterator<Map.Entry<Key, IncompleteMessage>> oldestFirst = this.incomplete.entrySet().iterator();
		while (oldestFirst.hasNext()) {
			Map.Entry<Key, IncompleteMessage> entry = oldestFirst.next();
			if (entry.getValue().since().isAfter(limit) && this.incomplete.size() <= MAX_INCOMPLETE) {
				return;
			}
			oldestFirst.remove();
			store(entry.getKey(), entry.getValue().parts());
		}
	}

	private void store(Key key, SortedMap<Integer, byte[]> parts) {
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		parts.values().forEach(octets::writeBytes);
		String text = key.encoding().decode(octets.toByteArray());
		List<Integer> missing = new ArrayList<>(IntStream.rangeClosed(1, key.total()).boxed().toList());
		missing.removeAll(parts.keySet());
		this.messages.add(new StoredSms(
				new Sms(UUID.randomUUID().toString(), Channel.SMS, key.from(), key.to(), this.clock.instant(),
						TextAnalysis.languageOf(text), text, key.encoding().name(), key.total(), missing)));
	}

}
