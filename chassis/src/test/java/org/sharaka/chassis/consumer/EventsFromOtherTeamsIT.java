package org.sharaka.chassis.consumer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.mongodb.MongoTimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.sample.RecordingHandler;
import org.sharaka.chassis.sample.SampleApplication;
import org.sharaka.chassis.testing.TestInfrastructure;
import org.sharaka.chassis.testing.ServiceIntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceIntegrationTest
@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EventsFromOtherTeamsIT {

	private static final String DATA = """
			{"audience": {}, "title": {"ar": "إعلان"}, "text": {"ar": "نصٌّ بالعربية"}, "category": "GENERAL",
			 "priority": "NORMAL"}""";

	@Autowired
	private RecordingHandler handler;

	@LocalServerPort
	private int port;

	private final String topic = TestInfrastructure.uniqueName(getClass()) + ".ministry.events";

	private KafkaProducer<String, String> producer;

	@BeforeEach
	void connect() {
		this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", TestInfrastructure.kafka()),
				new StringSerializer(), new StringSerializer());
	}

	@AfterEach
	void disconnect() {
		this.handler.before((event) -> {
		});
		this.producer.close();
	}

	@Test
	void anEventArrivesInBinaryMode() throws Exception {
		String id = binary("a", DATA);
		Event event = handled(id);
		assertThat(event.source()).isEqualTo("/another-team");
		assertThat(event.key()).isEqualTo("a");
		assertThat(event.body().at("/text/ar").asString()).isEqualTo("نصٌّ بالعربية");
	}

	@Test
	void anEventArrivesInStructuredMode() throws Exception {
		String id = structured("a", DATA);
		assertThat(handled(id).body().at("/title/ar").asString()).isEqualTo("إعلان");
	}

	@Test
	void whatCannotBeUsedIsADeadLetterWithAReasonAndHoldsNothingUp() throws Exception {
		send("k1", "{ this is not JSON", List.of());
		structured("k2", DATA.replace("\"category\": \"GENERAL\",", ""));
		send("k3", DATA, List.of(header("ce_type", "org.sharaka.ministry.announcment.v1")));
		send("k4", DATA, List.of(header("ce_type", RecordingHandler.ANNOUNCEMENT)));
		String fine = binary("k1", DATA);
		handled(fine);
		assertThat(deadLetter("k1").path("reason").asString()).startsWith("the value is not JSON");
		assertThat(deadLetter("k2").path("reason").asString()).contains("'category' is missing");
		assertThat(deadLetter("k3").path("reason").asString()).contains("no event type of this topic");
		assertThat(deadLetter("k4").path("reason").asString()).contains("'id' is missing", "'source' is missing");
	}

	@Test
	void whatFailsOnAllAttemptsIsADeadLetterAndOrderPerKeyIsKept() throws Exception {
		String poison = UUID.randomUUID().toString();
		this.handler.before((event) -> {
			if (event.id().equals(poison)) {
				throw new RetryableEventException("unknown-thing", "the thing is not known");
			}
		});
		binary("poisoned", DATA, poison);
		String behind = binary("poisoned", DATA);
		handled(behind);
		JsonNode letter = deadLetter("poisoned");
		assertThat(letter.path("reason").asString()).isEqualTo("the thing is not known");
		assertThat(letter.path("attempts").asInt()).isEqualTo(EventConsumer.Retries.DEFAULT.attempts());
		assertThat(this.handler.handledIds()).doesNotContain(poison);

		String replay = "/api/v1/ops/dead-letters/" + letter.path("id").asString() + "/replay";
		HttpResponse<String> refused = post(replay);
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(refused.body()).contains("urn:sharaka:problem:replay-failed", "the thing is not known");

		this.handler.before((event) -> {
		});
		HttpResponse<String> replayed = post(replay);
		assertThat(replayed.statusCode()).isEqualTo(200);
		assertThat(this.handler.handledIds()).contains(poison);
		assertThat(post(replay).statusCode()).isEqualTo(409);
		assertThat(letters().stream().map((open) -> open.path("key").asString())).doesNotContain("poisoned");
	}

	@Test
	void aDeadLetterCanBeDiscarded() throws Exception {
		send("discarded", "no", List.of());
		String id = deadLetter("discarded").path("id").asString();
		assertThat(post("/api/v1/ops/dead-letters/" + id + "/discard").statusCode()).isEqualTo(200);
		assertThat(letters().stream().map((open) -> open.path("id").asString())).doesNotContain(id);
		assertThat(get("/api/v1/ops/dead-letters?status=DISCARDED").body()).contains(id);
		assertThat(get("/api/v1/ops/dead-letters/" + id).body()).contains("\"value\":\"no\"");
		assertThat(get("/api/v1/ops/dead-letters/nothing-here").statusCode()).isEqualTo(404);
	}

	@Test
	void nothingIsDroppedHoweverOftenTheDatabaseDoesNotAnswer() throws Exception {
		int[] calls = new int[1];
		this.handler.before((event) -> {
			if (event.key() != null && event.key().equals("patient") && calls[0]++ < 5) {
				throw new MongoTimeoutException("away");
			}
		});
		String id = binary("patient", DATA);
		handled(id);
		assertThat(letters().stream().map((open) -> open.path("key").asString())).doesNotContain("patient");
	}

	private String binary(String key, String data) throws Exception {
		return binary(key, data, UUID.randomUUID().toString());
	}

	private String binary(String key, String data, String id) throws Exception {
		send(key, data,
				List.of(header("ce_specversion", "1.0"), header("ce_id", id), header("ce_source", "/another-team"),
						header("ce_type", RecordingHandler.ANNOUNCEMENT), header("content-type", "application/json")));
		return id;
	}

	private String structured(String key, String data) throws Exception {
		String id = UUID.randomUUID().toString();
		send(key, """
				{"specversion": "1.0", "id": "%s", "source": "/another-team", "type": "%s", "data": %s}
				""".formatted(id, RecordingHandler.ANNOUNCEMENT, data),
				List.of(header("content-type", "application/cloudevents+json; charset=UTF-8")));
		return id;
	}

	private void send(String key, String value, List<Header> headers) throws Exception {
		this.producer.send(new ProducerRecord<>(this.topic, null, key, value, headers)).get();
	}

	private static Header header(String name, String value) {
		return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
	}

	private Event handled(String id) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.handler.handled().stream().filter((event) -> event.id().equals(id)).findFirst(),
					(found) -> found.isPresent())
			.orElseThrow();
	}

	private JsonNode deadLetter(String key) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> letters().stream().filter((letter) -> letter.path("key").asString("").equals(key)).findFirst(),
					(found) -> found.isPresent())
			.orElseThrow();
	}

	private List<JsonNode> letters() throws Exception {
		return JsonMapper.shared()
			.readTree(get("/api/v1/ops/dead-letters?limit=200").body())
			.path("items")
			.values()
			.stream()
			.toList();
	}

	private HttpResponse<String> get(String path) throws Exception {
		return exchange(HttpRequest.newBuilder(uri(path)).build());
	}

	private HttpResponse<String> post(String path) throws Exception {
		return exchange(HttpRequest.newBuilder(uri(path))
			.header("Accept-Language", "en")
			.POST(HttpRequest.BodyPublishers.noBody())
			.build());
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	private static HttpResponse<String> exchange(HttpRequest request) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request, HttpResponse.BodyHandlers.ofString());
		}
	}

}
