package org.sharaka.notification.testing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.sharaka.notification.testing.EventPublisher.Publication;

/** Events of the registry, the meetings and the ministry, matching their schemas. */
public final class Events {

	private Events() {
	}

	/** A charity that is in the register. */
	public static Publication registered(String id, String kind, String field, String region, String name,
			long version) {
		return charity("charity.registered", id, "REGISTERED", kind, field, region, name, version);
	}

	public static Publication charity(String type, String id, String status, String kind, String field, String region,
			String name, long version) {
		return Publication.of("partnership.charities", id, type, version, """
				{"id":"%s","status":"%s","registrationNumber":"SA-2026-000123","kind":"%s","name":{"ar":"%s"},
				 "fields":["%s"],"region":"%s","version":%d,"appliedAt":"2026-11-01T08:00:00Z",
				 "registeredAt":"2026-11-10T08:00:00Z",
				 "decision":{"decision":"APPROVE","effectiveDate":"2026-11-10"}}""".formatted(id, status, kind, name,
				field, region, version));
	}

	/** A contact with both channels. */
	public static String contact(String id, String email, String phone, String language) {
		return """
				{"id":"%s","name":"جهة اتصال","role":"REPRESENTATIVE","email":"%s","phone":"%s","language":"%s",
				 "channels":["EMAIL","SMS"]}""".formatted(id, email, phone, language);
	}

	/** A contact with mail only. */
	public static String mailContact(String id, String email) {
		return """
				{"id":"%s","name":"جهة اتصال","role":"STAFF","email":"%s","language":"ar","channels":["EMAIL"]}"""
			.formatted(id, email);
	}

	/** A contact with a phone only. */
	public static String phoneContact(String id, String phone) {
		return """
				{"id":"%s","name":"جهة اتصال","role":"STAFF","phone":"%s","language":"ar","channels":["SMS"]}"""
			.formatted(id, phone);
	}

	public static Publication contacts(String charityId, long sequence, String... contacts) {
		return Publication.of("partnership.contacts", charityId, "contacts.changed", sequence,
				"{\"charityId\":\"%s\",\"contacts\":[%s]}".formatted(charityId, String.join(",", contacts)));
	}

	/** A meeting in three days. */
	public static String meeting(String id, String title, int calendarSequence) {
		return meeting(id, "SCHEDULED", title, 1, calendarSequence, 3);
	}

	/** A meeting in so many days. */
	public static String meeting(String id, String status, String title, int round, int calendarSequence, int days) {
		LocalDateTime start = LocalDateTime.now(ZoneOffset.ofHours(3)).plusDays(days).truncatedTo(ChronoUnit.MINUTES);
		return """
				{"id":"%s","status":"%s","round":%d,"type":"RECEPTION","title":{"ar":"%s","en":"Reception"},
				 "startsAt":"%s:00","zone":"Asia/Riyadh","startInstant":"%s","durationMinutes":90,
				 "venue":{"text":{"ar":"قاعة الاجتماعات الكبرى","en":"Great hall"}},"chair":"معالي الوزير",
				 "calendarSequence":%d}""".formatted(id, status, round, title, start,
				start.toInstant(ZoneOffset.ofHours(3)), calendarSequence);
	}

	/** An invitation to the first time of a meeting. */
	public static Publication invitation(String meeting, String meetingId, String charityId, long sequence) {
		return invitation("invitation.issued", meeting, meetingId, charityId, sequence);
	}

	/** An invitation that was issued or withdrawn. */
	public static Publication invitation(String type, String meeting, String meetingId, String charityId,
			long sequence) {
		boolean issued = type.equals("invitation.issued");
		return Publication.of("partnership.meetings", meetingId, type, sequence,
				"{\"meeting\":%s,\"charityId\":\"%s\",\"round\":1,\"status\":\"%s\"%s}".formatted(meeting, charityId,
						issued ? "PENDING" : "WITHDRAWN", issued ? "" : ",\"reason\":\"CHARITY_SUSPENDED\""));
	}

	public static Publication rescheduled(String meeting, String meetingId, long sequence) {
		return Publication.of("partnership.meetings", meetingId, "meeting.rescheduled", sequence,
				"""
						{"meeting":%s,"previousStartsAt":"2026-11-30T09:00:00","previousZone":"Asia/Riyadh","reason":{"ar":"لظرف طارئ"}}"""
					.formatted(meeting));
	}

	public static Publication cancelled(String meeting, String meetingId, long sequence) {
		return Publication.of("partnership.meetings", meetingId, "meeting.cancelled", sequence,
				"{\"meeting\":%s,\"reason\":{\"ar\":\"لظرف طارئ\"}}".formatted(meeting));
	}

	/**
	 * @param audience JSON
	 */
	public static Publication announcement(String audience, String title, String text, String priority) {
		return Publication.of("ministry.events", "announcement", "ministry.announcement-issued", 0, """
				{"audience":%s,"title":{"ar":"%s"},"text":{"ar":"%s"},"category":"GENERAL","priority":"%s"}"""
			.formatted(audience, title, text, priority));
	}

	/** An announcement with its own expiry. */
	public static Publication announcementUntil(Instant expiresAt, String audience, String title) {
		return Publication.of("ministry.events", "announcement", "ministry.announcement-issued", 0,
				"""
						{"audience":%s,"title":{"ar":"%s"},"text":{"ar":"نص"},"category":"GENERAL","priority":"NORMAL","expiresAt":"%s"}"""
					.formatted(audience, title, expiresAt));
	}

}
