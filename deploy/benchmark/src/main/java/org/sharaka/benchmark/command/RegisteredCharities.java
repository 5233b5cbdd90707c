package org.sharaka.benchmark.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.sharaka.benchmark.load.ApiClient;
import org.sharaka.benchmark.load.ConcurrentCallers;

/** Charities that are registered, and decisions on them. */
final class RegisteredCharities {

	private static final String APPLICATION = """
			{"kind": "ASSOCIATION", "name": {"ar": "جمعية القياس رقم %1$d", "en": "Measured association %1$d"},
			 "fields": ["D", "F"], "region": "SA-01",
			 "contacts": [{"name": "مسؤول التواصل", "role": "REPRESENTATIVE", "email": "contact@c%1$d.benchmark.test",
			   "language": "ar", "channels": ["EMAIL"]}]}""";

	private static final String DECISION = """
			{"decision": "%s", "reason": {"ar": "قرار لأغراض القياس", "en": "A decision for measuring"}}""";

	private final ApiClient api;

	private final int each;

	private final List<String> ids;

	private RegisteredCharities(ApiClient api, int each, List<String> ids) {
		this.api = api;
		this.each = each;
		this.ids = ids;
	}

	/**
	 * Registers charities through the HTTP interface.
	 * @param each the number per caller
	 */
	static RegisteredCharities register(ApiClient api, ConcurrentCallers clients, int each) throws Exception {
		RegisteredCharities charities = new RegisteredCharities(api, each,
				new ArrayList<>(Collections.nCopies(clients.count() * each, "")));
		clients.run(each, (client, turn) -> {
			int index = client * each + turn;
			String id = api.post("/charities", APPLICATION.formatted(index)).path("id").asString();
			charities.ids.set(index, id);
			charities.decide(id, "APPROVE");
		});
		return charities;
	}

	private void decide(String id, String decision) throws Exception {
		this.api.post("/charities/" + id + "/decisions", DECISION.formatted(decision));
	}

	/**
	 * Makes the next decision of a caller. It suspends its charities one after the other,
	 * then reinstates them, and so on.
	 */
	void decide(int client, int turn) throws Exception {
		decide(this.ids.get(client * this.each + turn % this.each),
				(turn / this.each % 2 == 0) ? "SUSPEND" : "REINSTATE");
	}

	List<String> ids() {
		return List.copyOf(this.ids);
	}

}
