package org.sharaka.benchmark.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.sharaka.benchmark.load.ApiClient;
import org.sharaka.benchmark.load.ConcurrentCallers;

/** Registered charities, and decisions on them. */
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

	/** Lets each client apply and be registered so many times. */
	static RegisteredCharities filled(ApiClient api, ConcurrentCallers clients, int each) throws Exception {
		RegisteredCharities register = new RegisteredCharities(api, each,
				new ArrayList<>(Collections.nCopies(clients.count() * each, "")));
		clients.run(each, (client, turn) -> {
			int index = client * each + turn;
			String id = api.post("/charities", APPLICATION.formatted(index)).path("id").asString();
			register.ids.set(index, id);
			register.decide(id, "APPROVE");
		});
		return register;
	}

	private void decide(String id, String decision) throws Exception {
		this.api.post("/charities/" + id + "/decisions", DECISION.formatted(decision));
	}

	/**
	 * Suspends all of a client's charities one after the other, then reinstates them, and
	 * so on.
	 */
	void decide(int client, int turn) throws Exception {
		decide(this.ids.get(client * this.each + turn % this.each),
				(turn / this.each % 2 == 0) ? "SUSPEND" : "REINSTATE");
	}

	List<String> ids() {
		return List.copyOf(this.ids);
	}

}
