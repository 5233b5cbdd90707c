package org.sharaka.notification.delivery;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Answers what the test says, and counts how often it was asked. */
final class FakeProvider implements Provider {

	final AtomicInteger asked = new AtomicInteger();

	private final String name;

	volatile Supplier<SendResult> answer;

	FakeProvider(String name, Supplier<SendResult> answer) {
		this.name = name;
		this.answer = answer;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Channel channel() {
		return Channel.SMS;
	}

	@Override
	public SendResult send(OutgoingMessage message) {
		this.asked.incrementAndGet();
		return this.answer.get();
	}

	@Override
	public void close() {
	}

}
