package org.sharaka.local.sandbox.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.sharaka.local.sandbox.Channel;
import org.sharaka.local.sandbox.Fault;
import org.sharaka.local.sandbox.Fault.Mode;
import org.sharaka.local.sandbox.Faults;

/** {@code /faults}: how each channel misbehaves. */
final class FaultsResource {

	private static final String MODES = Arrays.stream(Mode.values()).map(Mode::name).collect(Collectors.joining(", "));

	private static final List<String> FIELDS = List.of("mode", "rate");

	private final Faults faults;

	FaultsResource(Faults faults) {
		this.faults = faults;
	}

	void list(Exchange exchange) throws IOException {
		exchange.answer(200, this.faults.all());
	}

	void put(Exchange exchange) throws IOException, Problem {
		Channel channel = channel(exchange);
		Fault fault = fault(exchange);
		this.faults.set(channel, fault);
		exchange.answer(200, fault);
	}

	void delete(Exchange exchange) throws IOException, Problem {
		this.faults.end(channel(exchange));
		exchange.answerNothing();
	}

	private static Channel channel(Exchange exchange) throws Problem {
		String name = exchange.path().substring("/faults/".length());
		return Arrays.stream(Channel.values())
			.filter(channel -> channel.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new Problem(404, "not-found",
					"There is no channel %s; there are /faults/EMAIL and /faults/SMS".formatted(name)));
	}

	private static Fault fault(Exchange exchange) throws IOException, Problem {
		JsonNode body;
		try {
			body = exchange.json().readTree(exchange.body());
		}
		catch (JacksonException ex) {
			throw new Problem(400, "malformed-json", "The body is not JSON: " + ex.getOriginalMessage());
		}
		if (body == null || !body.isObject()) {
			throw Problem.invalid("", "type", "The body is an object with mode and, if you like, rate");
		}
		for (String name : body.propertyNames()) {
			if (!FIELDS.contains(name)) {
				throw Problem.invalid("/" + name, "unknown", "A fault has a mode and a rate, and no " + name);
			}
		}
		return new Fault(mode(body), rate(body));
	}

	private static Mode mode(JsonNode body) throws Problem {
		String name = Optional.ofNullable(body.get("mode"))
			.filter(JsonNode::isString)
			.map(JsonNode::asString)
			.orElse("");
		return Arrays.stream(Mode.values())
			.filter(mode -> mode.name().equals(name))
			.findFirst()
			.orElseThrow(() -> Problem.invalid("/mode", "not-one-of", "mode is one of " + MODES));
	}

	private static double rate(JsonNode body) throws Problem {
		JsonNode rate = body.get("rate");
		if (rate == null) {
			return 1;
		}
		if (!rate.isNumber() || rate.asDouble() < 0 || rate.asDouble() > 1) {
			throw Problem.invalid("/rate", "out-of-range", "rate is a number from 0.0 to 1.0");
		}
		return rate.asDouble();
	}

}
