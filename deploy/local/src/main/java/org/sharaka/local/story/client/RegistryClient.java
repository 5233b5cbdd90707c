package org.sharaka.local.story.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

import org.sharaka.local.console.Console;
import org.sharaka.local.story.content.Charities;
import org.sharaka.local.story.content.Charity;
import org.sharaka.local.story.content.RequestBodies;

/** A client of registry-service: the steps of the story that concern the register. */
public final class RegistryClient {

	private static final String CHARITIES = "/api/v1/charities";

	private final HttpJsonClient http;

	private final ServiceEndpoints endpoints;

	private final Console console;

	private final Map<Charity, String> ids = new LinkedHashMap<>();

	public RegistryClient(HttpJsonClient http, ServiceEndpoints endpoints, Console console) {
		this.http = http;
		this.endpoints = endpoints;
		this.console = console;
	}

	/** Returns the id of a charity that has applied. */
	public String id(Charity charity) {
		String id = this.ids.get(charity);
		if (id == null) {
			throw new IllegalStateException(charity.slug() + " has not applied");
		}
		return id;
	}

	public Map<Charity, String> ids() {
		return Map.copyOf(this.ids);
	}

	/**
	 * Lets every charity apply, unless it did so in an earlier run.
	 * @return how many applied now
	 */
	public int apply() throws InterruptedException {
		int applied = 0;
		for (Charity charity : Charities.ALL) {
			Optional<JsonNode> existing = find(charity);
			JsonNode application = existing.isPresent() ? existing.get() : this.http.post(this.endpoints.registry(),
					CHARITIES, charity, "opening-story-apply-" + charity.slug());
			this.ids.put(charity, application.path("id").asString());
			applied += existing.isPresent() ? 0 : 1;
			this.console.print("     %2d/%d  %-20s  %s", this.ids.size(), Charities.ALL.size(),
					existing.isPresent() ? "has applied before" : charity.kind(), charity.name().ar());
		}
		return applied;
	}

	private Optional<JsonNode> find(Charity charity) throws InterruptedException {
		return this.http.list(this.endpoints.registry(), CHARITIES, Map.of("q", charity.name().ar()))
			.stream()
			.filter((found) -> found.path("name").path("ar").asString().equals(charity.name().ar()))
			.findFirst();
	}

	/**
	 * Approves all applications that are not decided yet.
	 * @return how many were approved now
	 */
	public int approve() throws InterruptedException {
		int approved = 0;
		for (Charity charity : Charities.ALL) {
			if (status(charity).equals("APPLIED")) {
				JsonNode registered = decide(charity, RequestBodies.approval(), "approve");
				this.console.print("     %-16s  %s", registered.path("registrationNumber").asString(),
						charity.name().ar());
				approved++;
			}
		}
		return approved;
	}

	/**
	 * Suspends a charity, unless it is suspended.
	 * @return how many were suspended now: 1 or 0
	 */
	public int suspend(Charity charity) throws InterruptedException {
		if (status(charity).equals("SUSPENDED")) {
			this.console.print("     It is already suspended.");
			return 0;
		}
		decide(charity, RequestBodies.suspension(), "suspend");
		return 1;
	}

	private String status(Charity charity) throws InterruptedException {
		return this.http.get(this.endpoints.registry(), CHARITIES + "/" + id(charity)).path("status").asString();
	}

	private JsonNode decide(Charity charity, Map<String, Object> decision, String verb) throws InterruptedException {
		return this.http.post(this.endpoints.registry(), CHARITIES + "/" + id(charity) + "/decisions", decision,
				"opening-story-" + verb + "-" + charity.slug());
	}

	/** Counts the charities by status. */
	public Map<String, Integer> byStatus() throws InterruptedException {
		Map<String, Integer> counts = new TreeMap<>();
		for (JsonNode charity : this.http.list(this.endpoints.registry(), CHARITIES, Map.of())) {
			counts.merge(charity.path("status").asString(), 1, Integer::sum);
		}
		return counts;
	}

}
