package org.sharaka.chassis.web;

import java.net.URI;
import java.util.List;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.deadletter.DeadLetterAutoConfiguration;
import org.sharaka.chassis.consumer.EventConsumerAutoConfiguration;
import org.sharaka.chassis.outbox.OutboxAutoConfiguration;
import org.sharaka.chassis.testing.DocumentedResponseCheck;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.trace.Trace;
import org.sharaka.chassis.web.input.FromQuery;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.chassis.web.openapi.HttpSchemas;
import org.sharaka.chassis.web.page.Cursor;
import org.sharaka.chassis.web.page.Page;
import org.sharaka.chassis.web.page.PageRequest;
import org.sharaka.chassis.web.problem.ProblemException;
import org.sharaka.chassis.web.version.ETags;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A small service that uses everything the chassis offers to controllers. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = { OutboxAutoConfiguration.class, EventConsumerAutoConfiguration.class,
		DeadLetterAutoConfiguration.class })
@Import({ WebTestApplication.Books.class, WebTestApplication.Faults.class, WebTestApplication.Undocumented.class,
		DocumentedResponseCheck.class })
public class WebTestApplication {

	public enum Colour {

		RED, BLUE

	}

	public record Book(String id, BilingualText title, int pages, @Nullable String note) {
	}

	@RestController
	@RequestMapping("/api/v1/books")
	public static class Books {

		static final long VERSION = 7;

		public final AtomicInteger executions = new AtomicInteger();

		public volatile Runnable beforeAnswer = () -> {
		};

		@PostMapping
		@HttpSchemas(request = "book-to-write", response = "book", status = 201)
		ResponseEntity<Book> create(Input input, CommandContext command) {
			this.executions.incrementAndGet();
			var title = input.bilingual("title", 20);
			var pages = input.integer("pages", 1, 1000);
			var note = input.optional().text("note", 1, 10);
			Book book = input.orThrow(() -> new Book(command.commandId(), title, pages, note));
			this.beforeAnswer.run();
			return ETags.created(URI.create("/api/v1/books/" + book.id()), book, 1);
		}

		@PostMapping(path = "/close", produces = "text/plain")
		String close(Input input) {
			var reason = input.optional().text("reason", 1, 10);
			return input.orThrow(() -> "closed " + reason);
		}

		@GetMapping
		@HttpSchemas(query = "book-query", response = "page-number")
		Page<Integer> list(PageRequest page, @FromQuery Input query) {
			var colours = query.setOf("colour", Colour.class, 0);
			return query.orThrow(() -> {
				int from = (page.cursor() != null) ? Integer.parseInt(page.cursor().value("after")) : colours.size();
				List<Integer> fetched = java.util.stream.IntStream.range(from + 1, from + 1 + page.fetch())
					.boxed()
					.toList();
				return Page.of(fetched, page, (item) -> Cursor.of("after", item.toString()));
			});
		}

		@GetMapping("/{id}")
		@HttpSchemas(response = "book")
		ResponseEntity<Book> get(@PathVariable String id) {
			if (!id.equals("one")) {
				throw ProblemException.notFound(id);
			}
			return ETags.ok(new Book(id, BilingualText.arabic("كتاب"), 12, null), VERSION);
		}

		@PatchMapping(path = "/{id}", produces = "text/plain")
		String change(@PathVariable String id, CommandContext command, Input input) {
			command.precondition().accept(VERSION);
			return input.orThrow(() -> input.isNull("note") ? "note removed" : "changed " + id);
		}

	}

	@RestController
	@RequestMapping("/faults")
	public static class Faults {

		@GetMapping("/unexpected")
		String unexpected() {
			throw new IllegalStateException("secret of the inside");
		}

		@GetMapping("/parameter")
		String parameter(@RequestParam int number) {
			return Trace.current().traceId() + number;
		}

		@GetMapping("/instant")
		String instant(@RequestParam(required = false) @Nullable Instant at) {
			return String.valueOf(at);
		}

		@GetMapping("/path/{number}")
		String path(@PathVariable int number) {
			return "" + number;
		}

		@PostMapping("/body")
		String body(@RequestBody Book book) {
			return book.id();
		}

		@GetMapping("/own")
		String own() {
			throw ProblemException.conflict("hall-taken", "القاعة",
					new org.sharaka.chassis.text.MessageKey("word.morning"));
		}

		@GetMapping("/database")
		String database() {
			throw new com.mongodb.MongoTimeoutException("host and port of the inside");
		}

		@PostMapping("/flaky")
		ResponseEntity<String> flaky(org.springframework.http.HttpEntity<String> entity) {
			String status = entity.getHeaders().getFirst("X-Status");
			return ResponseEntity
				.status((status != null) ? HttpStatus.valueOf(Integer.parseInt(status)) : HttpStatus.OK)
				.body("answer " + status);
		}

	}

	/** Answers that differ from their documentation. */
	@RestController
	@RequestMapping("/api/v1/undocumented")
	public static class Undocumented {

		@GetMapping("/field")
		@HttpSchemas(response = "book")
		Map<String, Object> field() {
			return Map.of("id", "1", "title", BilingualText.arabic("كتاب"), "pages", 1, "colour", "RED");
		}

		@GetMapping("/missing")
		@HttpSchemas(response = "book")
		Map<String, Object> missing() {
			return Map.of("id", "1", "pages", 1);
		}

		@GetMapping("/status")
		@HttpSchemas(response = "page-number")
		ResponseEntity<Integer> status() {
			return ResponseEntity.accepted().body(1);
		}

		@GetMapping("/type")
		@HttpSchemas(response = "page-number")
		ResponseEntity<String> type() {
			return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("1");
		}

	}

}
