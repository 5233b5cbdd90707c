package org.sharaka.local.story;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

import org.sharaka.local.launcher.Console;

/** The part of the story that the register plays. */
final class Register {

	private static final String CHARITIES = "/api/v1/charities";

	private final Http http;

	private final Place place;

	private final Console console;

	/** Ids of the bodies that are in the register. */
	private final Map<Body, String> ids = new LinkedHashMap<>();

	Register(Http http, Place place, Console console) {
		this.http = http;
		this.place = place;
		this.console = console;
	}

	String id(Body body) {
		String id = this.ids.get(body);
		if (id == null) {
			throw new IllegalStateException(body.slug() + " has not applied");
		}
		return id;
	}

	Map<Body, String> ids() {
		return Map.copyOf(this.ids);
	}

	/** Returns how many applied now; the others had before. */
	int apply() throws InterruptedException {
		int applied = 0;
		for (Body body : Bodies.ALL) {
			Optional<JsonNode> known = find(body);
			JsonNode charity = known.isPresent() ? known.get()
					: this.http.post(this.place.registry(), CHARITIES, body, "opening-story-apply-" + body.slug());
			this.ids.put(body, charity.path("id").asString());
			applied += known.isPresent() ? 0 : 1;
			this.console.say("     %2d/%d  %-20s  %s", this.ids.size(), Bodies.ALL.size(),
					known.isPresent() ? "is known already" : body.kind(), body.name().ar());
		}
		return applied;
	}

	private Optional<JsonNode> find(Body body) throws InterruptedException {
		return this.http.list(this.place.registry(), CHARITIES, Map.of("q", body.name().ar()))
			.stream()
			.filter(charity -> charity.path("name").path("ar").asString().equals(body.name().ar()))
			.findFirst();
	}

	/** Returns how many were registered now. */
	int approve() throws InterruptedException {
		int approved = 0;
		for (Body body : Bodies.ALL) {
			if (status(body).equals("APPLIED")) {
				JsonNode charity = decide(body, Texts.approval(), "approve");
				this.console.say("     %-16s  %s", charity.path("registrationNumber").asString(), body.name().ar());
				approved++;
			}
		}
		return approved;
	}

	/** Returns how many were suspended now: one or none. */
	int suspend(Body body) throws InterruptedException {
		if (status(body).equals("SUSPENDED")) {
			this.console.say("     It is suspended already.");
			return 0;
		}
		decide(body, Texts.suspension(), "suspend");
		return 1;
	}

	private String status(Body body) throws InterruptedException {
		return this.http.get(this.place.registry(), CHARITIES + "/" + id(body)).path("status").asString();
	}

	private JsonNode decide(Body body, Map<String, Object> decision, String what) throws InterruptedException {
		return this.http.post(this.place.registry(), CHARITIES + "/" + id(body) + "/decisions", decision,
				"opening-story-" + what + "-" + body.slug());
	}

	/** How many charities are in each status. */
	Map<String, Integer> byStatus() throws InterruptedException {
		Map<String, Integer> counts = new TreeMap<>();
		for (JsonNode charity : this.http.list(this.place.registry(), CHARITIES, Map.of())) {
			counts.merge(charity.path("status").asString(), 1, Integer::sum);
		}
		return counts;
	}

}
