package org.sharaka.chassis.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.event.InvalidEventException;
import org.sharaka.chassis.web.page.Cursor;
import org.sharaka.chassis.web.page.Page;
import org.sharaka.chassis.web.page.PageRequest;
import org.sharaka.chassis.web.problem.ProblemException;
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

	private final Replay replay;

	DeadLetterController(DeadLetters letters, Replay replay) {
		this.letters = letters;
		this.replay = replay;
	}

	/**
	 * @param id {@code topic-partition-offset}
	 */
	record Summary(String id, String topic, int partition, long offset, @Nullable String key, String reason,
			String code, Instant failedAt, int attempts, DeadLetter.Status status, @Nullable String type) {

		static Summary of(DeadLetter letter) {
			return new Summary(letter.id(), letter.topic(), letter.partition(), letter.offset(), letter.key(),
					letter.reason(), letter.code(), letter.failedAt(), letter.attempts(), letter.status(),
					letter.headers().get("ce_type"));
		}

	}

	/**
	 * @param value the record's value as text; bytes that are not UTF-8 show as
	 * replacement characters
	 */
	record Details(@JsonUnwrapped Summary summary, Map<String, String> headers, @Nullable String value) {
	}

	@GetMapping
	@Operation(summary = "Dead letters, newest first",
			description = "Those that wait for a decision, unless another status is asked for.")
	Page<Summary> list(@RequestParam(defaultValue = "OPEN") DeadLetter.Status status,
			@RequestParam(required = false) @Nullable String topic, PageRequest page) {
		DeadLetters.Place before = (page.cursor() != null)
				? new DeadLetters.Place(Instant.parse(page.cursor().value("at")), page.cursor().value("id")) : null;
		List<DeadLetter> found = this.letters.list(status, topic, before, page.fetch());
		return Page.of(found, page, (letter) -> Cursor.of("at", letter.failedAt().toString(), "id", letter.id()))
			.map(Summary::of);
	}

	@GetMapping("/{id}")
	@Operation(summary = "One dead letter with its headers and value")
	Details get(@PathVariable String id) {
		DeadLetter letter = find(id);
		String value = (letter.value() != null) ? new String(letter.value(), StandardCharsets.UTF_8) : null;
		return new Details(Summary.of(letter), letter.headers(), value);
	}

	@PostMapping("/{id}/replay")
	@Operation(summary = "Handle it again, now",
			description = "Answers 409 with the reason if it fails again; the letter then stays open.")
	Summary replay(@PathVariable String id) {
		DeadLetter letter = open(id);
		Optional<InvalidEventException> failure = this.replay.replay(letter);
		if (failure.isPresent()) {
			throw ProblemException.conflict("replay-failed", failure.get().reason());
		}
		return Summary.of(find(id));
	}

	@PostMapping("/{id}/discard")
	@Operation(summary = "Give it up", description = "It stays listed under the status DISCARDED.")
	Summary discard(@PathVariable String id) {
		open(id);
		this.letters.settle(id, DeadLetter.Status.DISCARDED);
		return Summary.of(find(id));
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
