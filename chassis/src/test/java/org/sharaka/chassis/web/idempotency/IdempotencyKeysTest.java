package org.sharaka.chassis.web.idempotency;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.id.Ids;

import static org.assertj.core.api.Assertions.assertThat;

class IdempotencyKeysTest {

	private static final StoredAnswer ANSWER = new StoredAnswer(201, Map.of("Location", "/x", "Content-Type", "a/b"),
			"نعم".getBytes(StandardCharsets.UTF_8));

	private static @Nullable MongoServer server;

	private static MongoClient client;

	private final Time time = new Time(Instant.parse("2026-11-22T06:00:00Z"));

	private final MongoDatabase database = client.getDatabase("keys-" + UUID.randomUUID());

	private final IdempotencyKeys keys = new IdempotencyKeys(this.database, this.time, Ids.random(),
			Duration.ofHours(24), Duration.ofSeconds(60));

	@BeforeAll
	static void start() {
		String given = System.getenv("MONGODB_URI");
		if (given == null) {
			server = new MongoServer(new MemoryBackend());
			given = server.bindAndGetConnectionString();
		}
		client = MongoClients.create(given);
	}

	@AfterAll
	static void stop() {
		client.close();
		if (server != null) {
			server.shutdownNow();
		}
	}

	@AfterEach
	void drop() {
		this.database.drop();
	}

	@Test
	void anExecutorThatDiedIsReplacedAfterItsLeaseByOneOnly() throws Exception {
		this.keys.createIndexes();
		this.keys.begin(request("body"));
		this.time.pass(Duration.ofSeconds(59));
		assertThat(this.keys.begin(request("body"))).isInstanceOf(Attempt.InProgress.class);
		this.time.pass(Duration.ofSeconds(1));
		assertThat(this.keys.begin(request("other"))).isInstanceOf(Attempt.KeyReused.class);
		assertThat(executors(race())).isEqualTo(1);
	}

	@Test
	void whoWasReplacedCannotOverwriteTheAnswer() {
		String slow = token(this.keys.begin(request("body")));
		this.time.pass(Duration.ofSeconds(61));
		String fast = token(this.keys.begin(request("body")));
		this.keys.finish(request("body"), fast, ANSWER);
		this.keys.finish(request("body"), slow, new StoredAnswer(500, Map.of(), new byte[0]));
		this.keys.release(request("body"), slow);
		assertThat(this.keys.begin(request("body"))).isInstanceOfSatisfying(Attempt.Repeat.class, (repeat) -> {
			assertThat(repeat.answer().status()).isEqualTo(201);
			assertThat(repeat.answer().headers()).isEqualTo(ANSWER.headers());
			assertThat(repeat.answer().body()).isEqualTo(ANSWER.body());
		});
	}

	@Test
	void anAnswerIsForgottenAfterADayEvenWhereNothingRemovesIt() throws Exception {
		this.keys.finish(request("body"), token(this.keys.begin(request("body"))), ANSWER);
		this.time.pass(Duration.ofHours(24).minusMillis(1));
		assertThat(this.keys.begin(request("body"))).isInstanceOf(Attempt.Repeat.class);
		this.time.pass(Duration.ofMillis(1));
		List<Attempt> attempts = race();
		assertThat(executors(attempts)).isEqualTo(1);
		String token = attempts.stream()
			.filter(Attempt.Execute.class::isInstance)
			.map(IdempotencyKeysTest::token)
			.findFirst()
			.orElseThrow();
		this.keys.release(request("body"), token);
		assertThat(this.keys.begin(request("body"))).isInstanceOf(Attempt.Execute.class);
	}

	@Test
	void whatWasReleasedRunsAgainOnceAndOnlyWithTheSameBody() throws Exception {
		this.keys.release(request("body"), token(this.keys.begin(request("body"))));
		assertThat(this.keys.begin(request("other"))).isInstanceOf(Attempt.KeyReused.class);
		assertThat(executors(race())).isEqualTo(1);
	}

	@Test
	void whatMakesARequestTheSame() {
		RequestFingerprint one = fingerprint("/a", null, "application/json", "{\"a\":1,\"b\":[1,2.50]}");
		assertThat(fingerprint("/a", null, "application/json; charset=utf-8", "{\"b\": [1, 2.50], \"a\": 1}"))
			.isEqualTo(one);
		assertThat(fingerprint("/a", null, "application/json", "{\"a\":1,\"b\":[2.50,1]}").request())
			.isNotEqualTo(one.request());
		assertThat(fingerprint("/a", "q=1", "application/json", "{\"a\":1,\"b\":[1,2.50]}").request())
			.isNotEqualTo(one.request());
		assertThat(fingerprint("/a", null, "text/plain", "{\"a\":1,\"b\":[1,2.50]}").request())
			.isNotEqualTo(one.request());
		assertThat(fingerprint("/b", null, "application/json", "{}").id()).isNotEqualTo(one.id());
	}

	private List<Attempt> race() throws Exception {
		int threads = 16;
		CyclicBarrier together = new CyclicBarrier(threads);
		try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
			List<Future<Attempt>> attempts = IntStream.range(0, threads).mapToObj((thread) -> pool.submit(() -> {
				together.await(10, TimeUnit.SECONDS);
				return this.keys.begin(request("body"));
			})).toList();
			List<Attempt> results = new java.util.ArrayList<>();
			for (Future<Attempt> attempt : attempts) {
				results.add(attempt.get());
			}
			return results;
		}
	}

	private static long executors(List<Attempt> attempts) {
		assertThat(attempts)
			.allMatch((attempt) -> attempt instanceof Attempt.Execute || attempt instanceof Attempt.InProgress);
		return attempts.stream().filter(Attempt.Execute.class::isInstance).count();
	}

	private static String token(Attempt attempt) {
		assertThat(attempt).isInstanceOf(Attempt.Execute.class);
		return ((Attempt.Execute) attempt).token();
	}

	private static RequestFingerprint request(String body) {
		return fingerprint("/a", null, "text/plain", body);
	}

	private static RequestFingerprint fingerprint(String path, @Nullable String query, String type, String body) {
		return RequestFingerprint.of("POST", path, query, type, "key", body.getBytes(StandardCharsets.UTF_8));
	}

	private static final class Time extends Clock {

		private volatile Instant now;

		private Time(Instant now) {
			this.now = now;
		}

		void pass(Duration duration) {
			this.now = this.now.plus(duration);
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
