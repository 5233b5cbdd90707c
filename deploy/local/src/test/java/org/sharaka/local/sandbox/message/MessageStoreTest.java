package org.sharaka.local.sandbox.message;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessageStoreTest {

	private record TestMessage(String to, int size) implements StoredMessage {

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
	void dropsTheOldestWhenThereAreTooMany() {
		MessageStore messages = new MessageStore(2, 1_000);
		messages.add(new TestMessage("a", 1));
		messages.add(new TestMessage("b", 1));
		messages.add(new TestMessage("c", 1));
		assertThat(addresses(messages)).containsExactly("c", "b");
	}

	@Test
	void dropsTheOldestWhenTheyUseTooMuchMemory() {
		MessageStore messages = new MessageStore(100, 1_000);
		messages.add(new TestMessage("a", 600));
		messages.add(new TestMessage("b", 300));
		messages.add(new TestMessage("c", 300));
		assertThat(addresses(messages)).containsExactly("c", "b");
		messages.clear();
		messages.add(new TestMessage("d", 1_000));
		assertThat(addresses(messages)).containsExactly("d");
	}

	private static List<String> addresses(MessageStore messages) {
		return messages.newestFirst(stored -> true, message -> true, 10, null)
			.items()
			.stream()
			.map(Message::to)
			.toList();
	}

}
