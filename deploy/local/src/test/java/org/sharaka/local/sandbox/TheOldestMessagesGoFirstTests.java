package org.sharaka.local.sandbox;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TheOldestMessagesGoFirstTests {

	private record Kept(String to, int size) implements Stored {

		@Override
		public Channel channel() {
			return Channel.EMAIL;
		}

		@Override
		public Message message() {
			return new Message.Sms(this.to, Channel.SMS, "", this.to, Instant.EPOCH, "en", "", "GSM7", 1, List.of());
		}

	}

	@Test
	void whenThereAreTooMany() {
		Messages messages = new Messages(2, 1_000);
		messages.add(new Kept("a", 1));
		messages.add(new Kept("b", 1));
		messages.add(new Kept("c", 1));
		assertThat(addresses(messages)).containsExactly("c", "b");
	}

	@Test
	void whenTheyHoldTooMuchMemory() {
		Messages messages = new Messages(100, 1_000);
		messages.add(new Kept("a", 600));
		messages.add(new Kept("b", 300));
		messages.add(new Kept("c", 300));
		assertThat(addresses(messages)).containsExactly("c", "b");
		messages.clear();
		messages.add(new Kept("d", 1_000));
		assertThat(addresses(messages)).containsExactly("d");
	}

	private static List<String> addresses(Messages messages) {
		return messages.newestFirst(stored -> true, message -> true, 10, null)
			.items()
			.stream()
			.map(Message::to)
			.toList();
	}

}
