package org.sharaka.local.sandbox.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.sharaka.local.sandbox.Messages;

/**
 * Server-sent events: one per change, several changes in a quarter of a second make one.
 * An event says how many messages there are, so a reader fetches only what it shows.
 */
final class ChangeStream {

	private static final int QUIET_SECONDS = 15;

	private static final int GATHER_MS = 250;

	private final Messages messages;

	ChangeStream(Messages messages) {
		this.messages = messages;
	}

	void stream(Exchange exchange) throws IOException {
		try (OutputStream out = exchange.stream("text/event-stream")) {
			long known = -1;
			while (true) {
				long version = this.messages.awaitNewerThan(known, QUIET_SECONDS, TimeUnit.SECONDS);
				write(out, (version != known) ? event(version) : ": still here\n\n");
				known = version;
				TimeUnit.MILLISECONDS.sleep(GATHER_MS);
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
