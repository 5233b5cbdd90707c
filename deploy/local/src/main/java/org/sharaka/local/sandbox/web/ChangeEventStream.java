package org.sharaka.local.sandbox.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.sharaka.local.sandbox.message.MessageStore;

/**
 * Sends a server-sent event whenever messages change. Changes within a quarter of a
 * second are combined. An event carries the number of messages, not their content.
 */
final class ChangeEventStream {

	private static final int KEEP_ALIVE_SECONDS = 15;

	private static final int COALESCE_MS = 250;

	private final MessageStore messages;

	ChangeEventStream(MessageStore messages) {
		this.messages = messages;
	}

	void stream(JsonExchange exchange) throws IOException {
		try (OutputStream out = exchange.stream("text/event-stream")) {
			long known = -1;
			while (true) {
				long version = this.messages.awaitChange(known, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
				write(out, (version != known) ? event(version) : ": keep-alive\n\n");
				known = version;
				TimeUnit.MILLISECONDS.sleep(COALESCE_MS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private String event(long version) {
		return "event: changed\ndata: {\"version\":%d,\"count\":%d}\n\n".formatted(version, this.messages.count());
	}

	private static void write(OutputStream out, String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.UTF_8));
		out.flush();
	}

}
