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

import org.sharaka.local.sandbox.Channel;
import org.sharaka.local.sandbox.Message.Sms;
import org.sharaka.local.sandbox.Messages;
import org.sharaka.local.sandbox.Script;

/**
 * Puts parts together as a handset does: the octets are joined before they are decoded,
 * so that a character cut in two comes out whole. A message whose parts stop coming is
 * shown with what there is. Safe for use by many threads.
 */
final class Handset {

	static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final int MOST_UNFINISHED = 1_000;

	private final Messages messages;

	private final Clock clock;

	private final Map<Key, Unfinished> unfinished = new LinkedHashMap<>();

	Handset(Messages messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	private record Key(String from, String to, int reference, int total, Encoding encoding) {
	}

	private record Unfinished(Instant since, SortedMap<Integer, byte[]> parts) {
	}

	synchronized void receive(String from, String to, Encoding encoding, Part part) {
		Key key = new Key(from, to, part.reference(), part.total(), encoding);
		if (part.total() == 1) {
			show(key, new TreeMap<>(Map.of(1, part.octets())));
			return;
		}
		Unfinished message = this.unfinished.computeIfAbsent(key,
				k -> new Unfinished(this.clock.instant(), new TreeMap<>()));
		message.parts().put(part.number(), part.octets());
		if (message.parts().size() == part.total()) {
			this.unfinished.remove(key);
			show(key, message.parts());
		}
		showThoseThatWaitInVain();
	}

	/** To be called now and then, so that an unfinished last message shows too. */
	synchronized void showThoseThatWaitInVain() {
		Instant limit = this.clock.instant().minus(PATIENCE);
		Iterator<Map.Entry<Key, Unfinished>> oldestFirst = this.unfinished.entrySet().iterator();
		while (oldestFirst.hasNext()) {
			Map.Entry<Key, Unfinished> entry = oldestFirst.next();
			if (entry.getValue().since().isAfter(limit) && this.unfinished.size() <= MOST_UNFINISHED) {
				return;
			}
			oldestFirst.remove();
			show(entry.getKey(), entry.getValue().parts());
		}
	}

	private void show(Key key, SortedMap<Integer, byte[]> parts) {
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		parts.values().forEach(octets::writeBytes);
		String text = key.encoding().decode(octets.toByteArray());
		List<Integer> missing = new ArrayList<>(IntStream.rangeClosed(1, key.total()).boxed().toList());
		missing.removeAll(parts.keySet());
		this.messages.add(new StoredSms(new Sms(UUID.randomUUID().toString(), Channel.SMS, key.from(), key.to(),
				this.clock.instant(), Script.languageOf(text), text, key.encoding().name(), key.total(), missing)));
	}

}
