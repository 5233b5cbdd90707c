package org.sharaka.meeting.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Publishes what happens to charities, as registry-service does. */
public final class Register {

	private final Publisher publisher;

	private final Map<String, Entry> entries = new ConcurrentHashMap<>();

	public Register(Publisher publisher) {
		this.publisher = publisher;
	}

	private record Entry(String kind, String field, String region, long sequence) {
	}

	/** Applies and is registered, which are versions 1 and 2. */
	public String registered(String kind, String field, String region) {
		String id = applied(kind, field, region);
		publish(id, "charity.registered", "REGISTERED");
		return id;
	}

	public String registered() {
		return registered("ASSOCIATION", "D", "SA-01");
	}

	public String applied(String kind, String field, String region) {
		String id = Publisher.newId();
		this.entries.put(id, new Entry(kind, field, region, 0));
		publish(id, "charity.applied", "APPLIED");
		return id;
	}

	/**
	 * @return the charity's version then
	 */
	public long suspend(String id) {
		return publish(id, "charity.suspended", "SUSPENDED");
	}

	public long reinstate(String id) {
		return publish(id, "charity.reinstated", "REGISTERED");
	}

	public long publish(String id, String shortType, String status) {
		Entry entry = this.entries.compute(id,
				(key, old) -> new Entry(old.kind(), old.field(), old.region(), old.sequence() + 1));
		publish(id, shortType, status, entry.sequence());
		return entry.sequence();
	}

	/** Publishes it with this version, perhaps again or late. */
	public void publish(String id, String shortType, String status, long sequence) {
		Entry entry = this.entries.get(id);
		this.publisher.publish("partnership.charities", id, "/registry-service", Publisher.newId(), shortType, sequence,
				json(id, status, entry, sequence));
	}

	private static String json(String id, String status, Entry entry, long sequence) {
		return """
				{"id": "%s", "status": "%s", "kind": "%s", "name": {"ar": "جمعية نَدى الواحة"}, "fields": ["%s"],
				 "region": "%s", "version": %d, "appliedAt": "2026-11-22T08:15:30Z"}""".formatted(id, status,
				entry.kind(), entry.field(), entry.region(), sequence);
	}

}
