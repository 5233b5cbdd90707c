package org.sharaka.benchmark.announcement;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Registered charities with contacts who are written to in Arabic, as the registry would
 * have published them, and announcements to them, as a ministry's system publishes them.
 */
final class Audience {

	/** The kind of those that a measured announcement addresses. */
	static final String MANY = "ASSOCIATION";

	/** The kind of a charity of its own, with a single contact. */
	static final String ONE = "CAMPAIGN";

	private static final String CHARITY_UPDATED = "charity.updated";

	private static final String CONTACTS_CHANGED = "contacts.changed";

	private static final String ANNOUNCED = "ministry.announcement-issued";

	private final String prefix;

	private final KafkaProducer<String, byte[]> producer;

	private final JsonMapper json = JsonMapper.builder().build();

	Audience(String prefix, KafkaProducer<String, byte[]> producer) {
		this.prefix = prefix;
		this.producer = producer;
	}

	/**
	 * Publishes so many charities of kind {@link #MANY}, and the one of kind
	 * {@link #ONE}.
	 */
	void publish(int charities, int contactsEach) throws Exception {
		for (int i = 0; i < charities; i++) {
			publish(id("charity", i), MANY, "جمعية القياس رقم " + i, contactsEach);
		}
		publish(id("charity", charities), ONE, "حملة القياس", 1);
		this.producer.flush();
	}

	private void publish(String id, String kind, String name, int contacts) {
		ObjectNode charity = this.json.createObjectNode()
			.put("id", id)
			.put("status", "REGISTERED")
			.put("registrationNumber", "SA-2026-" + id.substring(0, 8))
			.put("kind", kind);
		charity.putObject("name").put("ar", name);
		charity.putArray("fields").add("D");
		charity.put("region", "SA-01")
			.put("version", 1)
			.put("appliedAt", "2026-01-01T00:00:00Z")
			.put("registeredAt", "2026-01-02T00:00:00Z");
		send("partnership.charities", "/registry-service", CHARITY_UPDATED, id, charity, 1);
		ObjectNode change = this.json.createObjectNode().put("charityId", id);
		ArrayNode list = change.putArray("contacts");
		for (int i = 0; i < contacts; i++) {
			ObjectNode contact = list.addObject()
				.put("id", id(id, i))
				.put("name", "مسؤول التواصل")
				.put("role", "STAFF")
				.put("email", "contact" + i + "@c" + id.substring(0, 8) + ".benchmark.test")
				.put("language", "ar");
			contact.putArray("channels").add("EMAIL");
		}
		send("partnership.contacts", "/registry-service", CONTACTS_CHANGED, id, change, 1);
	}

	/**
	 * Publishes an announcement.
	 * @return the event's id
	 */
	String announceToKind(String kind) throws Exception {
		ObjectNode audience = this.json.createObjectNode();
		audience.putArray("kinds").add(kind);
		return announce(audience);
	}

	/** Publishes an announcement to the first so many. */
	String announceToFirst(int charities) throws Exception {
		ObjectNode audience = this.json.createObjectNode();
		ArrayNode ids = audience.putArray("charities");
		for (int i = 0; i < charities; i++) {
			ids.add(id("charity", i));
		}
		return announce(audience);
	}

	private String announce(ObjectNode audience) throws Exception {
		ObjectNode data = this.json.createObjectNode();
		data.set("audience", audience);
		data.putObject("title").put("ar", "فتح باب التقديم على برنامج دعم المشروعات التنموية");
		data.putObject("text")
			.put("ar",
					"تدعو الوزارة الجمعيات والمؤسسات الأهلية إلى التقديم على البرنامج عبر البوابة الإلكترونية حتى نهاية الشهر.\n"
							+ "يُرفق بالطلب وصف المشروع وميزانيته.");
		data.put("category", "SUPPORT_PROGRAMME").put("priority", "NORMAL");
		String id = UUID.randomUUID().toString();
		send("ministry.events", "/ministry/benchmark", ANNOUNCED, id, data, 1).get();
		return id;
	}

	/**
	 * A CloudEvent in binary mode; the subject is the key, and the id where there is no
	 * other.
	 */
	private Future<?> send(String topic, String source, String type, String subject, ObjectNode data, long sequence) {
		String id = type.equals(ANNOUNCED) ? subject : UUID.randomUUID().toString();
		ProducerRecord<String, byte[]> record = new ProducerRecord<>(this.prefix + topic, subject,
				this.json.writeValueAsBytes(data));
		List.of(Map.entry("ce_specversion", "1.0"), Map.entry("ce_id", id), Map.entry("ce_source", source),
				Map.entry("ce_type", "org.sharaka." + type + ".v1"), Map.entry("ce_subject", subject),
				Map.entry("ce_time", Instant.now().toString()),
				Map.entry("ce_dataschema", "urn:sharaka:schema:" + type + ":1"),
				Map.entry("ce_sequence", Long.toString(sequence)), Map.entry("content-type", "application/json"))
			.forEach((header) -> record.headers()
				.add(header.getKey(), header.getValue().getBytes(StandardCharsets.UTF_8)));
		return this.producer.send(record);
	}

	private static String id(String of, int index) {
		return UUID.nameUUIDFromBytes((of + index).getBytes(StandardCharsets.UTF_8)).toString();
	}

}
