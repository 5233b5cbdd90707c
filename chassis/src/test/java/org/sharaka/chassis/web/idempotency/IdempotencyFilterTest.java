package org.sharaka.chassis.web.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharaka.chassis.web.Answer;
import org.sharaka.chassis.web.WebTestBase;

import static org.assertj.core.api.Assertions.assertThat;

class IdempotencyFilterTest extends WebTestBase {

	private static final String BODY = "{\"title\": {\"ar\": \"كتاب\"}, \"pages\": 12}";

	private static final String REORDERED = "{ \"pages\":12,\n\"title\":{\"ar\":\"كتاب\"} }";

	private final String key = UUID.randomUUID().toString();

	@Test
	void theSecondAnswerIsTheFirstOneAgain() {
		Answer first = create(BODY);
		Answer second = create(REORDERED);
		assertThat(first.status()).isEqualTo(201);
		assertThat(first.header("Idempotent-Replayed")).isEmpty();
		assertThat(second.status()).isEqualTo(201);
		assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
		assertThat(second.text()).isEqualTo(first.text()).contains("كتاب");
		for (String header : List.of("Location", "ETag", "Content-Type")) {
			assertThat(second.header(header)).isEqualTo(first.header(header)).isNotEmpty();
		}
		assertThat(this.books.executions).hasValue(1);
	}

	@Test
	void theCommandsIdentityComesFromTheKeyAndTheRequest() {
		assertThat(create(BODY).json().path("id").stringValue()).isEqualTo(commandId(REORDERED))
			.as("once the key is forgotten, another body with it is another command")
			.isNotEqualTo(commandId(BODY.replace("12", "13")));
		String without = post("/api/v1/books", BODY, "Content-Type", "application/json").json()
			.path("id")
			.stringValue();
		String again = post("/api/v1/books", BODY, "Content-Type", "application/json").json().path("id").stringValue();
		assertThat(without).isNotEqualTo(again);
	}

	private String commandId(String body) {
		return RequestFingerprint
			.of("POST", "/api/v1/books", null, "application/json", this.key, body.getBytes(StandardCharsets.UTF_8))
			.commandId();
	}

	@Test
	void anotherBodyWithTheSameKeyIsRefused() {
		create(BODY);
		create(BODY.replace("12", "13")).problem(422, "idempotency-key-reused");
		assertThat(this.books.executions).hasValue(1);
	}

	@Test
	void aRefusalIsNotStoredAndFollowsTheCallersLanguage() {
		String[] arabic = { "Content-Type", "application/json", "Idempotency-Key", this.key, "Accept-Language", "ar" };
		create("{}").problem(400, "invalid-input");
		Answer second = post("/api/v1/books", "{}", arabic);
		second.problem(400, "invalid-input");
		assertThat(second.header("Content-Language")).isEqualTo("ar");
		assertThat(second.header("Idempotent-Replayed")).isEmpty();
	}

	@Test
	void aChangeThatIsRepeatedIsNotStale() {
		String[] headers = { "Content-Type", "application/json", "Idempotency-Key", this.key, "If-Match", "\"7\"" };
		Answer first = Answer.to(this.port, "PATCH", "/api/v1/books/1", BODY, headers);
		Answer second = Answer.to(this.port, "PATCH", "/api/v1/books/1", BODY, headers);
		assertThat(first.status()).as(first.text()).isEqualTo(200);
		assertThat(second.status()).isEqualTo(200);
		assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
	}

	@Test
	void aMalformedPreconditionIsRefusedEvenIfTheKeyIsKnown() {
		String[] first = { "Content-Type", "application/json", "Idempotency-Key", "precondition" };
		String[] malformed = { "Content-Type", "application/json", "Idempotency-Key", "precondition", "If-Match", "7" };
		assertThat(post("/api/v1/books/close", "{}", first).status()).isEqualTo(200);
		post("/api/v1/books/close", "{}", malformed).problem(400, "malformed-header");
		Answer.to(this.port, "PUT", "/api/v1/books/close", "{}", malformed).problem(405, "method-not-allowed");
	}

	@Test
	void theSameKeyElsewhereIsAnotherKey() {
		create(BODY);
		assertThat(post("/api/v1/books/close", "", "Idempotency-Key", this.key).text()).isEqualTo("closed null");
	}

	@ParameterizedTest
	@ValueSource(strings = { "500", "503", "429", "412", "409", "400" })
	void aRefusedRequestMayBeRepeated(String status) {
		String[] failing = { "Content-Type", "text/plain", "Idempotency-Key", this.key, "X-Status", status };
		assertThat(post("/faults/flaky", "x", failing).status()).isEqualTo(Integer.parseInt(status));
		Answer second = post("/faults/flaky", "x", "Content-Type", "text/plain", "Idempotency-Key", this.key);
		assertThat(second.status()).isEqualTo(200);
		assertThat(second.header("Idempotent-Replayed")).isEmpty();
		post("/faults/flaky", "y", "Content-Type", "text/plain", "Idempotency-Key", this.key).problem(422,
				"idempotency-key-reused");
	}

	@ParameterizedTest
	@ValueSource(strings = { "two words", "tab\there", "" })
	void aKeyThatIsNotVisibleAsciiIsRefused(String bad) {
		post("/api/v1/books", BODY, "Content-Type", "application/json", "Idempotency-Key", bad).problem(400,
				"malformed-header");
		assertThat(this.books.executions).hasValue(0);
	}

	@Test
	void aKeyHasAtMost255Characters() {
		post("/api/v1/books", BODY, "Content-Type", "application/json", "Idempotency-Key", "k".repeat(256)).problem(400,
				"malformed-header");
		assertThat(post("/api/v1/books", BODY, "Content-Type", "application/json", "Idempotency-Key",
				this.key + "k".repeat(255 - this.key.length()))
			.status()).isEqualTo(201);
	}

	@Test
	void whileTheFirstRunsTheSecondIsAskedToRetry() throws Exception {
		CountDownLatch running = new CountDownLatch(1);
		CountDownLatch mayFinish = new CountDownLatch(1);
		this.books.beforeAnswer = () -> {
			running.countDown();
			await(mayFinish);
		};
		try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
			Future<Answer> first = threads.submit(() -> create(BODY));
			await(running);
			Answer second = create(BODY);
			Answer other = create(BODY.replace("12", "13"));
			mayFinish.countDown();
			second.problem(409, "request-in-progress");
			assertThat(second.header("Retry-After")).isEqualTo("1");
			other.problem(422, "idempotency-key-reused");
			assertThat(first.get().status()).isEqualTo(201);
		}
		assertThat(create(BODY).header("Idempotent-Replayed")).isEqualTo("true");
		assertThat(this.books.executions).hasValue(1);
	}

	@Test
	void sixteenAtOnceAreOneExecution() throws Exception {
		int threads = 16;
		for (int round = 0; round < 10; round++) {
			this.books.executions.set(0);
			String roundKey = this.key + round;
			CyclicBarrier together = new CyclicBarrier(threads);
			try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
				List<Future<Answer>> answers = IntStream.range(0, threads).mapToObj((thread) -> pool.submit(() -> {
					together.await(10, TimeUnit.SECONDS);
					return create(BODY, roundKey);
				})).toList();
				for (Future<Answer> answer : answers) {
					assertThat(answer.get().status()).isIn(201, 409);
				}
			}
			assertThat(this.books.executions).hasValue(1);
			assertThat(create(BODY, roundKey).status()).isEqualTo(201);
		}
	}

	private Answer create(String body) {
		return create(body, this.key);
	}

	private Answer create(String body, String withKey) {
		return post("/api/v1/books", body, "Content-Type", "application/json", "Idempotency-Key", withKey);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
