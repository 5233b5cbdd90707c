package org.sharaka.local.sandbox.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.sharaka.local.sandbox.fault.Fault.Mode;
import org.sharaka.local.sandbox.fault.Fault;
import org.sharaka.local.sandbox.fault.Faults;
import org.sharaka.local.sandbox.message.Channel;

/** The resource {@code /faults}: the current fault of each channel. */
final class FaultsResource {

	private static final String MODES = Arrays.stream(Mode.values()).map(Mode::name).collect(Collectors.joining(", "));

	private static final List<String> FIELDS = List.of("mode", "rate");

	private final Faults faults;

	FaultsResource(Faults faults) {
		this.faults = faults;
	}

	void list(JsonExchange exchange) throws IOException {
		exchange.respond(200, this.faults.all());
	}

	void put(JsonExchange exchange) throws IOException, ProblemException {
		Channel channel = channel(exchange);
		Fault fault = fault(exchange);
		this.faults.set(channel, fault);
		exchange.respond(200, fault);
	}

	void delete(JsonExchange exchange) throws IOException, ProblemException {
		this.faults.remove(channel(exchange));
		exchange.respondWithoutBody();
	}

	private static Channel channel(JsonExchange exchange) throws ProblemException {
		String name = exchange.path().substring("/faults/".length());
		return Arrays.stream(Channel.values())
			.filter(channel -> channel.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new ProblemException(404, "not-found",
					"There is no channel %s; use /faults/EMAIL or /faults/SMS".formatted(name)));
	}

	private static Fault fault(JsonExchange exchange) throws IOException, ProblemException {
		JsonNode body;
		try {
			body = exchange.json().readTree(exchange.body());
		}
		catch (JacksonException ex) {
			throw new ProblemException(400, "malformed-json", "The body is not JSON: " + ex.getOriginalMessage());
		}
		if (body == null || !body.isObject()) {
			throw ProblemException.invalid("", "type", "The body must be an object with mode and, optionally, rate");
		}
		for (String name : body.propertyNames()) {
			if (!FIELDS.contains(name)) {
				throw ProblemException.invalid("/" + name, "unknown", "A fault has only mode and rate, not " + name);
			}
		}
		return new Fault(mode(body), rate(body));
	}

	private static Mode mode(JsonNode body) throws ProblemException {
		String name = Optional.ofNullable(body.get("mode"))
			.filter(JsonNode::isString)
			.map(JsonNode::asString)
			.orElse("");
		return Arrays.stream(Mode.values())
			.filter(mode -> mode.name().equals(name))
			.findFirst()
			.orElseThrow(() -> ProblemException.invalid("/mode", "not-one-of", "mode must be one of " + MODES));
	}

	private static double rate(JsonNode body) throws ProblemException {
		JsonNode rate = body.get("rate");
		if (rate == null) {
			return 1;
		}
		if (!rate.isNumber() || rate.asDouble() < 0 || rate.asDouble() > 1) {
			throw ProblemException.invalid("/rate", "out-of-range", "rate must be a number from 0.0 to 1.0");
		}
		return rate.asDouble();
	}

}
