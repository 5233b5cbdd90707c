package org.sharaka.notification.notice.web;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.web.page.Cursor;
import org.sharaka.chassis.web.page.Page;
import org.sharaka.chassis.web.page.PageRequest;
import org.sharaka.chassis.web.problem.ProblemException;
import org.sharaka.chassis.web.version.ETags;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.notice.KeysetPosition;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeStatus;
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.notice.PendingContacts;
import org.sharaka.notification.notice.PendingContacts.PendingContact;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows notices and their timelines, without addresses and texts. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Notices")
class NoticeController {

	private final Notices notices;

	private final PendingContacts pendingContacts;

	NoticeController(Notices notices, PendingContacts pendingContacts) {
		this.notices = notices;
		this.pendingContacts = pendingContacts;
	}

	/**
	 * @param at when it happened
	 * @param detail codes and names of providers
	 */
	record Step(Instant at, NoticeStatus status, @Nullable String detail) {
	}

	/**
	 * @param eventId CloudEvents id of the event
	 * @param language {@code ar} or {@code en}
	 * @param attempts how often a provider was asked
	 * @param expiresAt when it becomes too late to send it
	 */
	record NoticeResponse(String id, String eventId, String eventSource, String eventType, String charityId,
			String contactId, Channel channel, String language, String priority, NoticeStatus status, int attempts,
			Instant createdAt, Instant expiresAt, List<Step> timeline) {

		static NoticeResponse of(Notice notice) {
			return new NoticeResponse(notice.id(), notice.eventId(), notice.eventSource(), notice.eventType(),
					notice.charityId(), notice.contactId(), notice.channel(), notice.language().tag(),
					notice.priority().name(), notice.status(), notice.attempts(), notice.createdAt(),
					notice.expiresAt(),
					notice.timeline()
						.stream()
						.map((entry) -> new Step(entry.at(), entry.status(), entry.detail()))
						.toList());
		}

	}

	@GetMapping("/notices")
	@Operation(summary = "Notices, newest first")
	Page<NoticeResponse> list(@RequestParam(required = false) @Nullable String charityId,
			@RequestParam(required = false) @Nullable String eventId,
			@RequestParam(required = false) @Nullable NoticeStatus status,
			@RequestParam(required = false) @Nullable Channel channel, PageRequest page) {
		List<Notice> found = this.notices.list(new Notices.Filter(charityId, eventId, status, channel), position(page),
				page.fetch());
		return Page.of(found, page, (notice) -> Cursor.of("at", notice.createdAt().toString(), "id", notice.id()))
			.map(NoticeResponse::of);
	}

	@GetMapping("/notices/{id}")
	@Operation(summary = "One notice with its timeline")
	ResponseEntity<NoticeResponse> get(@PathVariable String id) {
		Notice notice = this.notices.find(id).orElseThrow(() -> ProblemException.notFound(id));
		return ETags.ok(NoticeResponse.of(notice), notice.version());
	}

	/**
	 * @param since when it was recorded
	 */
	record PendingContactResponse(String id, String eventId, String eventType, String charityId,
			PendingContacts.Status status, Instant since, Instant expiresAt) {
	}

	@GetMapping("/waiting")
	@Operation(summary = "Charities to notify of an event whose contacts are not known yet",
			description = "Newest first. They are notified when their contacts arrive, or expire with the event.")
	Page<PendingContactResponse> waiting(@RequestParam(defaultValue = "WAITING") PendingContacts.Status status,
			@RequestParam(required = false) @Nullable String charityId, PageRequest page) {
		List<PendingContact> found = this.pendingContacts.list(status, charityId, position(page), page.fetch());
		return Page.of(found, page, (wait) -> Cursor.of("at", wait.since().toString(), "id", wait.id()))
			.map((wait) -> new PendingContactResponse(wait.id(), wait.eventId(), wait.eventType(), wait.charityId(),
					wait.status(), wait.since(), wait.expiresAt()));
	}

	private static @Nullable KeysetPosition position(PageRequest page) {
		return (page.cursor() != null)
				? new KeysetPosition(Instant.parse(page.cursor().value("at")), page.cursor().value("id")) : null;
	}

}
