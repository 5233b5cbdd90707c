package org.sharaka.local.sandbox.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.sharaka.local.sandbox.message.Channel;
import org.sharaka.local.sandbox.message.Message;
import org.sharaka.local.sandbox.message.MessageStore;
import org.sharaka.local.sandbox.message.StoredMessage;
import org.sharaka.local.sandbox.message.TextAnalysis;

/** The resource {@code /messages}: the received messages, newest first. */
final class MessagesResource {

	private static final List<String> PARAMETERS = List.of("to", "channel", "q", "limit", "cursor");

	private final MessageStore messages;

	MessagesResource(MessageStore messages) {
		this.messages = messages;
	}

	/** The body of the response to a list request. */
	record MessageList(List<Message> items, @Nullable String next) {
	}

	void list(JsonExchange exchange) throws IOException, ProblemException {
		Map<String, String> query = exchange.query();
		for (String name : query.keySet()) {
			if (!PARAMETERS.contains(name)) {
				throw ProblemException.invalid(name, "unknown", "There is no parameter %s; the parameters are %s"
					.formatted(name, String.join(", ", PARAMETERS)));
			}
		}
		Predicate<StoredMessage> filter = channel(query.get("channel")).and(to(query.get("to")));
		MessageStore.Page page = this.messages.newestFirst(filter, text(query.get("q")), limit(query.get("limit")),
				cursor(query.get("cursor")));
		exchange.respond(200, new MessageList(page.items(), (page.next() != null) ? cursor(page.next()) : null));
	}

	void clear(JsonExchange exchange) throws IOException {
		this.messages.clear();
		exchange.respondWithoutBody();
	}

	private static Predicate<StoredMessage> channel(@Nullable String name) throws ProblemException {
		if (name == null || name.isEmpty()) {
			return stored -> true;
		}
		Channel channel = channelNamed(name, "channel");
		return stored -> stored.channel() == channel;
	}

	static Channel channelNamed(String name, String pointer) throws ProblemException {
		return Arrays.stream(Channel.values())
			.filter(channel -> channel.name().equals(name))
			.findFirst()
			.orElseThrow(() -> ProblemException.invalid(pointer, "not-one-of", "channel must be EMAIL or SMS"));
	}

	/**
	 * Matches whole addresses. A plus sign that was not percent-encoded arrives as a
	 * space.
	 */
	private static Predicate<StoredMessage> to(@Nullable String given) {
		if (given == null || given.isBlank()) {
			return stored -> true;
		}
		String address = (given.startsWith(" ") ? "+" + given.strip() : given.strip()).toLowerCase(Locale.ROOT);
		return stored -> stored.to().toLowerCase(Locale.ROOT).equals(address);
	}

	private static Predicate<Message> text(@Nullable String q) {
		if (q == null || q.isBlank()) {
			return message -> true;
		}
		String wanted = TextAnalysis.folded(q.strip());
		return message -> TextAnalysis.folded(message.searchable()).contains(wanted);
	}

	private static int limit(@Nullable String given) throws ProblemException {
		try {
			int limit = (given == null || given.isEmpty()) ? 50 : Integer.parseInt(given);
			if (limit >= 1 && limit <= 200) {
				return limit;
			}
		}
		catch (NumberFormatException ex) {
			// reported below, together with numbers out of range
		}
		throw ProblemException.invalid("limit", "out-of-range", "limit must be a number from 1 to 200");
	}

	private static @Nullable Long cursor(@Nullable String given) throws ProblemException {
		if (given == null || given.isEmpty()) {
			return null;
		}
		try {
			return Long.valueOf(new String(Base64.getUrlDecoder().decode(given), StandardCharsets.US_ASCII));
		}
		catch (IllegalArgumentException ex) {
			throw ProblemException.invalid("cursor", "unknown",
					"This cursor is not the value of next in a previous response");
		}
	}

	private static String cursor(long sequence) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(Long.toString(sequence).getBytes(StandardCharsets.US_ASCII));
	}

}
