package org.sharaka.benchmark.load;

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
 * Publishes charities and announcements as the registry and a ministry system would,
 * without running them.
 */
public final class SampleEvents {

	/** The kind of all sample charities but one. */
	public static final String KIND_OF_MANY = "ASSOCIATION";

	/** The kind of a single charity, which has a single contact. */
	public static final String KIND_OF_ONE = "CAMPAIGN";

	private final String prefix;

	private final KafkaProducer<String, byte[]> producer;

	private final JsonMapper json = JsonMapper.builder().build();

	/**
	 * Creates a publisher.
	 * @param prefix of the topic names
	 */
	public SampleEvents(String prefix, KafkaProducer<String, byte[]> producer) {
		this.prefix = prefix;
		this.producer = producer;
	}

	/** Returns the id of a sample charity; they are numbered from 0. */
	public static String charityId(int index) {
		return id("charity", index);
	}

	/**
	 * Publishes charities of kind {@link #KIND_OF_MANY} and one of kind
	 * {@link #KIND_OF_ONE}, with contacts that are notified by email in Arabic.
	 */
	public void publishCharities(int charities, int contactsEach) {
		for (int i = 0; i < charities; i++) {
			publish(charityId(i), KIND_OF_MANY, "جمعية القياس رقم " + i, contactsEach);
		}
		publish(charityId(charities), KIND_OF_ONE, "حملة القياس", 1);
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
		send("partnership.charities", "/registry-service", "charity.updated", id, UUID.randomUUID().toString(),
				charity);
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
		send("partnership.contacts", "/registry-service", "contacts.changed", id, UUID.randomUUID().toString(), change);
	}

	/**
	 * Publishes an announcement to all charities of a kind.
	 * @return the id of the event
	 */
	public String announceToKind(String kind) throws Exception {
		ObjectNode audience = this.json.createObjectNode();
		audience.putArray("kinds").add(kind);
		return announce(audience);
	}

	/** Publishes an announcement to the first charities. */
	public String announceToFirst(int charities) throws Exception {
		ObjectNode audience = this.json.createObjectNode();
		ArrayNode ids = audience.putArray("charities");
		for (int i = 0; i < charities; i++) {
			ids.add(charityId(i));
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
		send("ministry.events", "/ministry/benchmark", "ministry.announcement-issued", id, id, data).get();
		return id;
	}

	/** Sends a CloudEvent in binary mode, with its subject as the key. */
	private Future<?> send(String topic, String source, String type, String subject, String id, ObjectNode data) {
		ProducerRecord<String, byte[]> record = new ProducerRecord<>(this.prefix + topic, subject,
				this.json.writeValueAsBytes(data));
		List.of(Map.entry("ce_specversion", "1.0"), Map.entry("ce_id", id), Map.entry("ce_source", source),
				Map.entry("ce_type", "org.sharaka." + type + ".v1"), Map.entry("ce_subject", subject),
				Map.entry("ce_time", Instant.now().toString()),
				Map.entry("ce_dataschema", "urn:sharaka:schema:" + type + ":1"), Map.entry("ce_sequence", "1"),
				Map.entry("content-type", "application/json"))
			.forEach((header) -> record.headers()
				.add(header.getKey(), header.getValue().getBytes(StandardCharsets.UTF_8)));
		return this.producer.send(record);
	}

	private static String id(String of, int index) {
		return UUID.nameUUIDFromBytes((of + index).getBytes(StandardCharsets.UTF_8)).toString();
	}

}
