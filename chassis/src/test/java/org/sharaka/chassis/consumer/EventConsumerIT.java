package org.sharaka.chassis.consumer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import com.mongodb.MongoTimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.deadletter.DeadLetter;
import org.sharaka.chassis.deadletter.DeadLetters;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.sample.RecordingHandler;
import org.sharaka.chassis.sample.SampleApplication;
import org.sharaka.chassis.testing.PublishedEvents;
import org.sharaka.chassis.testing.ServiceIntegrationTest;
import org.sharaka.chassis.testing.TestInfrastructure;
import org.sharaka.chassis.trace.Trace;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceIntegrationTest(shared = true)
@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EventConsumerIT {

	private static final String DATA = """
			{"audience": {}, "title": {"ar": "إعلان"}, "text": {"ar": "نصٌّ بالعربية"}, "category": "GENERAL",
			 "priority": "NORMAL"}""";

	@Autowired
	private RecordingHandler handler;

	@Autowired
	private DeadLetters letters;

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
	void anEventIsHandledInItsTraceAndTheLogSaysSo() throws Exception {
		String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
		AtomicReference<String> logged = new AtomicReference<>();
		AtomicReference<String> current = new AtomicReference<>();
		this.handler.before((event) -> {
			if ("traced".equals(event.key())) {
				logged.set(MDC.get("traceId"));
				current.set(Trace.current().traceparent());
			}
		});
		String id = UUID.randomUUID().toString();
		send("traced", DATA,
				List.of(header("ce_specversion", "1.0"), header("ce_id", id), header("ce_source", "/another-team"),
						header("ce_type", RecordingHandler.ANNOUNCEMENT), header("content-type", "application/json"),
						header("ce_traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")));
		handled(id);
		assertThat(logged).hasValue(traceId);
		assertThat(current.get()).contains(traceId).doesNotContain("00f067aa0ba902b7").endsWith("-01");
		assertThat(get("/api/v1/ops/dead-letters").headers().firstValue("traceparent")).hasValueSatisfying(
				(traceparent) -> assertThat(traceparent).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]"));
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

	@Test
	void aHandlerThatFailsForAllEventsPausesThePartitionsAndTheHealthSaysSo() throws Exception {
		this.handler.before((event) -> {
			throw new ClassCastException();
		});
		List<String> ids = new ArrayList<>();
		for (String key : List.of("p1", "p2", "p3")) {
			ids.add(binary(key, DATA));
		}
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503));
		assertThat(get("/actuator/prometheus").body()).contains("sharaka_consumer_paused_partitions");
		this.handler.before((event) -> {
		});
		// one of the keys may have failed before the others arrived, and one is not
		// several
		Awaitility.await()
			.atMost(Duration.ofSeconds(40))
			.until(() -> ids.stream().filter(this.handler.handledIds()::contains).count() >= 2);
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200));
	}

	@Test
	void aRecordAboveTheFetchLimitNeitherBlocksNorIsLost() throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestInfrastructure.kafka()))) {
			admin
				.incrementalAlterConfigs(
						Map.of(new ConfigResource(ConfigResource.Type.TOPIC, this.topic),
								List.of(new AlterConfigOp(new ConfigEntry("max.message.bytes", "20971520"),
										AlterConfigOp.OpType.SET))))
				.all()
				.get();
		}
		Map<String, Object> config = Map.of("bootstrap.servers", TestInfrastructure.kafka(), "max.request.size",
				20971520);
		String large = DATA.replace("نص", "x".repeat(5 * 1024 * 1024));
		String largest = DATA.replace("نص", "x".repeat(17 * 1024 * 1024));
		try (KafkaProducer<String, String> unlimited = new KafkaProducer<>(config, new StringSerializer(),
				new StringSerializer())) {
			unlimited.send(new ProducerRecord<>(this.topic, null, "large", large, List.of())).get();
			unlimited.send(new ProducerRecord<>(this.topic, null, "largest", largest, List.of())).get();
		}
		handled(binary("large", DATA));
		handled(binary("largest", DATA));
		String id = deadLetter("large").path("id").asString();
		assertThat(get("/api/v1/ops/dead-letters/" + id).body()).hasSizeGreaterThan(5 * 1024 * 1024);
		String omitted = deadLetter("largest").path("id").asString();
		assertThat(post("/api/v1/ops/dead-letters/" + omitted + "/replay").body()).contains("17825", "in the topic");
	}

	@Test
	void aKeyIsKeptByteForByte() throws Exception {
		byte[] key = { (byte) 0xff, 0, (byte) 0xc3, 0x28 };
		try (KafkaProducer<byte[], byte[]> raw = new KafkaProducer<>(
				Map.of("bootstrap.servers", TestInfrastructure.kafka()), new ByteArraySerializer(),
				new ByteArraySerializer())) {
			raw.send(new ProducerRecord<>(this.topic, null, key, "binary key".getBytes(StandardCharsets.UTF_8),
					List.of(new RecordHeader("x-own", new byte[] { (byte) 0xfe }))))
				.get();
		}
		try (PublishedEvents deadLetters = new PublishedEvents(TestInfrastructure.kafka(),
				List.of(this.topic + ".sample-service.dlq"))) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(deadLetters.records())
					.anySatisfy((record) -> assertThat(record.key()).isEqualTo(key)));
		}
		DeadLetter letter = Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> letters().stream()
				.map((open) -> this.letters.find(open.path("id").asString()).orElseThrow())
				.filter((found) -> Arrays.equals(found.key(), key))
				.findFirst(), Optional::isPresent)
			.orElseThrow();
		assertThat(letter.headers()).extracting(Header::key).containsExactly("x-own");
		assertThat(letter.headers().getFirst().value()).isEqualTo(new byte[] { (byte) 0xfe });
	}

	@Test
	void aTombstoneErasesTheDeadLettersOfItsKey() throws Exception {
		send("erased", "somebody@example.test", List.of(header("x-name", "Somebody")));
		String id = deadLetter("erased").path("id").asString();
		assertThat(get("/api/v1/ops/dead-letters/" + id).body()).contains("somebody@example.test", "Somebody");
		send("erased", null, List.of());
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(get("/api/v1/ops/dead-letters/" + id).body())
				.doesNotContain("somebody@example.test", "Somebody")
				.contains("ERASED"));
		assertThat(post("/api/v1/ops/dead-letters/" + id + "/replay").statusCode()).isEqualTo(409);
	}

	@Test
	void manyAreReplayedInOrderAndAKeyStopsAtItsFirstFailure() throws Exception {
		List<String> replayed = new CopyOnWriteArrayList<>();
		this.handler.before((event) -> {
			if (String.valueOf(event.key()).startsWith("bulk")) {
				throw new RetryableEventException("bulk", "not now");
			}
		});
		List<String> good = List.of(binary("bulk-good", DATA), binary("bulk-good", DATA), binary("bulk-good", DATA));
		List<String> bad = List.of(binary("bulk-bad", DATA), binary("bulk-bad", DATA));
		Awaitility.await()
			.atMost(Duration.ofSeconds(40))
			.until(() -> letters().stream().filter((open) -> open.path("code").asString().equals("bulk")).count() == 5);
		List<String> newestFirst = letters().stream()
			.filter((open) -> open.path("key").asString("").equals("bulk-good"))
			.sorted(Comparator.comparingLong((open) -> -open.path("offset").asLong()))
			.map((open) -> open.path("id").asString())
			.toList();
		HttpResponse<String> outOfOrder = post("/api/v1/ops/dead-letters/" + newestFirst.getFirst() + "/replay");
		assertThat(outOfOrder.statusCode()).isEqualTo(409);
		assertThat(outOfOrder.body()).contains("dead-letter-out-of-order", newestFirst.getLast());

		this.handler.before((event) -> {
			replayed.add(event.id());
			if ("bulk-bad".equals(event.key())) {
				throw new NullPointerException();
			}
		});
		HttpResponse<String> started = post("/api/v1/ops/dead-letters/replay?code=bulk");
		assertThat(started.statusCode()).isEqualTo(202);
		String location = started.headers().firstValue("Location").orElseThrow();
		JsonNode done = Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> JsonMapper.shared().readTree(get(location).body()),
					(progress) -> progress.path("status").asString().equals("DONE"));
		assertThat(done.path("total").asInt()).isEqualTo(5);
		assertThat(done.path("replayed").asInt()).isEqualTo(3);
		assertThat(done.path("failed").asInt()).isEqualTo(1);
		assertThat(done.path("skipped").asInt()).isEqualTo(1);
		assertThat(replayed).containsSubsequence(good).contains(bad.getFirst()).doesNotContain(bad.getLast());
		assertThat(post(location + "/cancel").body()).contains("DONE");
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
