import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes an announcement to every registered charity, in binary mode, and waits for the broker's acknowledgement. Arguments:
 * the address of the broker, the topic, the id of the event. After a timeout, publish again with the same id: the event has one
 * effect only.
 */
public class Announce {

	public static void main(String[] args) throws Exception {
		String data = """
				{
				  "audience": {},
				  "title": {"ar": "لقاء تعريفي", "en": "Introductory meeting"},
				  "text": {"ar": "يُعقد لقاء تعريفي ببنك المبادرات.", "en": "A meeting will introduce the bank of initiatives."},
				  "category": "GENERAL",
				  "priority": "NORMAL"
				}
				""";
		ProducerRecord<String, String> event = new ProducerRecord<>(args[1], args[2], data);
		Map.of("ce_specversion", "1.0", "ce_id", args[2], "ce_source", "/examples/java", "ce_type",
				"org.sharaka.ministry.announcement-issued.v1", "ce_time", Instant.now().toString(), "content-type",
				"application/json")
			.forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
		Map<String, Object> settings = Map.of("bootstrap.servers", args[0], "acks", "all", "enable.idempotence", true);
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings, new StringSerializer(),
				new StringSerializer())) {
			producer.send(event).get(30, TimeUnit.SECONDS);
		}
		System.out.println("published " + args[2]);
	}

}
