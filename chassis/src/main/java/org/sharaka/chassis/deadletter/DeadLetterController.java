package org.sharaka.chassis.deadletter;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.event.InvalidEventException;
import org.sharaka.chassis.id.Ids;
import org.sharaka.chassis.web.openapi.HttpSchemas;
import org.sharaka.chassis.web.page.Cursor;
import org.sharaka.chassis.web.page.Page;
import org.sharaka.chassis.web.page.PageRequest;
import org.sharaka.chassis.web.problem.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters, for operators. */
@RestController
@RequestMapping("/api/v1/ops/dead-letters")
@Tag(name = "Operations")
class DeadLetterController {

	private final DeadLetters letters;

	private final DeadLetterReplay replay;

	private final BulkReplays replays;

	private final Ids ids;

	private final Clock clock;

	DeadLetterController(DeadLetters letters, DeadLetterReplay replay, BulkReplays replays, Ids ids, Clock clock) {
		this.letters = letters;
		this.replay = replay;
		this.replays = replays;
		this.ids = ids;
		this.clock = clock;
	}

	/**
	 * @param id {@code topic-partition-offset}
	 */
	record DeadLetterSummary(String id, String topic, int partition, long offset, @Nullable String key, String reason,
			String code, Instant failedAt, int attempts, DeadLetter.Status status, @Nullable String type) {

		static DeadLetterSummary of(DeadLetter letter) {
			return new DeadLetterSummary(letter.id(), letter.topic(), letter.partition(), letter.offset(),
					letter.keyText(), letter.reason(), letter.code(), letter.failedAt(), letter.attempts(),
					letter.status(), letter.header("ce_type"));
		}

	}

	/**
	 * @param value the record's value as text; bytes that are not UTF-8 show as
	 * replacement characters
	 */
	record DeadLetterDetails(@JsonUnwrapped DeadLetterSummary summary, Map<String, String> headers,
			@Nullable String value) {

		static DeadLetterDetails of(DeadLetter letter) {
			Map<String, String> headers = new LinkedHashMap<>();
			letter.headers().forEach((header) -> {
				if (header.value() != null) {
					headers.put(header.key(), Objects.requireNonNull(DeadLetter.text(header.value())));
				}
			});
			return new DeadLetterDetails(DeadLetterSummary.of(letter), headers, DeadLetter.text(letter.value()));
		}

	}

	/**
	 * @param secondsLeft an estimate from the rate so far, while it is running
	 */
	record ReplayProgress(String id, BulkReplay.Status status, Instant startedAt, Instant updatedAt, long total,
			long done, long replayed, long failed, long skipped, double ratePerSecond, @Nullable Long secondsLeft) {

		static ReplayProgress of(BulkReplay replay) {
			long done = replay.replayed() + replay.failed() + replay.skipped();
			double seconds = Math.max(0.001,
					Duration.between(replay.startedAt(), replay.updatedAt()).toMillis() / 1000.0);
			double rate = done / seconds;
			Long left = (replay.status() == BulkReplay.Status.RUNNING && rate > 0)
					? (long) Math.ceil(Math.max(0, replay.total() - done) / rate) : null;
			return new ReplayProgress(replay.id(), replay.status(), replay.startedAt(), replay.updatedAt(),
					replay.total(), done, replay.replayed(), replay.failed(), replay.skipped(),
					Math.round(rate * 10) / 10.0, left);
		}

	}

	@GetMapping
	@Operation(summary = "Dead letters, newest first",
			description = "Those that wait for a decision, unless another status is asked for. "
					+ "from (inclusive) and to (exclusive) are times at which an event became a dead letter.")
	Page<DeadLetterSummary> list(@RequestParam(defaultValue = "OPEN") DeadLetter.Status status,
			@RequestParam(required = false) @Nullable String topic,
			@RequestParam(required = false) @Nullable String code, @RequestParam(required = false) @Nullable String key,
			@RequestParam(required = false) @Nullable Instant from,
			@RequestParam(required = false) @Nullable Instant to, PageRequest page) {
		DeadLetters.ListPosition before = (page.cursor() != null)
				? new DeadLetters.ListPosition(Instant.parse(page.cursor().value("at")), page.cursor().value("id"))
				: null;
		List<DeadLetter> found = this.letters.list(status, new DeadLetterFilter(topic, code, key, from, to), before,
				page.fetch());
		return Page.of(found, page, (letter) -> Cursor.of("at", letter.failedAt().toString(), "id", letter.id()))
			.map(DeadLetterSummary::of);
	}

	// the pattern leaves /replay to its own method
	@GetMapping("/{id:.+-[0-9]+-[0-9]+}")
	@Operation(summary = "One dead letter with its headers and value")
	DeadLetterDetails get(@PathVariable String id) {
		return DeadLetterDetails.of(find(id));
	}

	@PostMapping("/{id}/replay")
	@Operation(summary = "Handle it again, now",
			description = "Answers 409 with the reason if it fails again; the letter then stays open. "
					+ "Answers 409 too if an older letter of the same key is still open.")
	DeadLetterSummary replay(@PathVariable String id) {
		DeadLetter letter = open(id);
		this.letters.openBefore(letter).ifPresent((older) -> {
			throw ProblemException.conflict("dead-letter-out-of-order", older);
		});
		Optional<InvalidEventException> failure = this.replay.replay(letter);
		if (failure.isPresent()) {
			throw ProblemException.conflict("replay-failed", failure.get().reason());
		}
		return DeadLetterSummary.of(find(id));
	}

	@PostMapping("/{id}/discard")
	@Operation(summary = "Give it up", description = "It stays listed under the status DISCARDED.")
	DeadLetterSummary discard(@PathVariable String id) {
		open(id);
		this.letters.settle(id, DeadLetter.Status.DISCARDED);
		return DeadLetterSummary.of(find(id));
	}

	@PostMapping("/replay")
	@HttpSchemas(status = 202)
	@Operation(summary = "Handle many again, in the background",
			description = "All open letters, or those that match all parameters. The events of a key are handled in "
					+ "order; a key stops at its first failure. Location names the progress.")
	ResponseEntity<ReplayProgress> replayAll(@RequestParam(required = false) @Nullable String topic,
			@RequestParam(required = false) @Nullable String code, @RequestParam(required = false) @Nullable String key,
			@RequestParam(required = false) @Nullable Instant from,
			@RequestParam(required = false) @Nullable Instant to) {
		DeadLetterFilter filter = new DeadLetterFilter(topic, code, key, from, to);
		BulkReplay started = this.replays.start(this.ids.newId(), filter, this.letters.countOpen(filter),
				this.clock.instant());
		return ResponseEntity.accepted()
			.location(URI.create("/api/v1/ops/dead-letters/replays/" + started.id()))
			.body(ReplayProgress.of(started));
	}

	@GetMapping("/replays/{id}")
	@Operation(summary = "The progress of a replay of many")
	ReplayProgress progress(@PathVariable String id) {
		return this.replays.find(id).map(ReplayProgress::of).orElseThrow(() -> ProblemException.notFound(id));
	}

	@PostMapping("/replays/{id}/cancel")
	@Operation(summary = "End a replay of many", description = "What was handled stays handled.")
	ReplayProgress cancel(@PathVariable String id) {
		return this.replays.cancel(id, this.clock.instant())
			.map(ReplayProgress::of)
			.orElseThrow(() -> ProblemException.notFound(id));
	}

	private DeadLetter find(String id) {
		return this.letters.find(id).orElseThrow(() -> ProblemException.notFound(id));
	}

	private DeadLetter open(String id) {
		DeadLetter letter = find(id);
		if (letter.status() != DeadLetter.Status.OPEN) {
			throw ProblemException.conflict("dead-letter-settled", letter.status().name());
		}
		return letter;
	}

}
