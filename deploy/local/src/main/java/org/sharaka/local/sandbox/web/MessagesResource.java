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

import org.sharaka.local.sandbox.Channel;
import org.sharaka.local.sandbox.Message;
import org.sharaka.local.sandbox.Messages;
import org.sharaka.local.sandbox.Script;
import org.sharaka.local.sandbox.Stored;

/** {@code /messages}: what was sent, newest first. */
final class MessagesResource {

	private static final List<String> PARAMETERS = List.of("to", "channel", "q", "limit", "cursor");

	private final Messages messages;

	MessagesResource(Messages messages) {
		this.messages = messages;
	}

	/** The list's answer. */
	record Answer(List<Message> items, @Nullable String next) {
	}

	void list(Exchange exchange) throws IOException, Problem {
		Map<String, String> query = exchange.query();
		for (String name : query.keySet()) {
			if (!PARAMETERS.contains(name)) {
				throw Problem.invalid(name, "unknown",
						"There is no parameter %s; there are %s".formatted(name, String.join(", ", PARAMETERS)));
			}
		}
		Predicate<Stored> kept = channel(query.get("channel")).and(to(query.get("to")));
		Messages.Page page = this.messages.newestFirst(kept, text(query.get("q")), limit(query.get("limit")),
				cursor(query.get("cursor")));
		exchange.answer(200, new Answer(page.items(), (page.next() != null) ? cursor(page.next()) : null));
	}

	void clear(Exchange exchange) throws IOException {
		this.messages.clear();
		exchange.answerNothing();
	}

	private static Predicate<Stored> channel(@Nullable String name) throws Problem {
		if (name == null || name.isEmpty()) {
			return stored -> true;
		}
		Channel channel = channelNamed(name, "channel");
		return stored -> stored.channel() == channel;
	}

	static Channel channelNamed(String name, String pointer) throws Problem {
		return Arrays.stream(Channel.values())
			.filter(channel -> channel.name().equals(name))
			.findFirst()
			.orElseThrow(() -> Problem.invalid(pointer, "not-one-of", "A channel is EMAIL or SMS"));
	}

	/** Whole addresses; a plus that a client forgot to encode arrives as a space. */
	private static Predicate<Stored> to(@Nullable String given) {
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
		String wanted = Script.folded(q.strip());
		return message -> Script.folded(message.searchable()).contains(wanted);
	}

	private static int limit(@Nullable String given) throws Problem {
		try {
			int limit = (given == null || given.isEmpty()) ? 50 : Integer.parseInt(given);
			if (limit >= 1 && limit <= 200) {
				return limit;
			}
		}
		catch (NumberFormatException ex) {
			// answered below, as a number out of range is
		}
		throw Problem.invalid("limit", "out-of-range", "limit is a number from 1 to 200");
	}

	private static @Nullable Long cursor(@Nullable String given) throws Problem {
		if (given == null || given.isEmpty()) {
			return null;
		}
		try {
			return Long.valueOf(new String(Base64.getUrlDecoder().decode(given), StandardCharsets.US_ASCII));
		}
		catch (IllegalArgumentException ex) {
			throw Problem.invalid("cursor", "unknown", "This cursor does not come from an answer's next");
		}
	}

	private static String cursor(long sequence) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(Long.toString(sequence).getBytes(StandardCharsets.US_ASCII));
	}

}
