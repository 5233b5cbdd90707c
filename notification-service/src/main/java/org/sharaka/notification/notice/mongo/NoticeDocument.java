package org.sharaka.notification.notice.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import org.bson.Document;
import org.sharaka.chassis.outbox.AggregateCollection;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeStatus;
import org.sharaka.notification.notice.TimelineEntry;
import org.sharaka.notification.policy.Priority;

/**
 * A notice as a document. Beside the notice's own fields it has {@code due} (when it is
 * to be looked at again; absent if never) and {@code claim} (who looks at it now).
 */
final class NoticeDocument {

	private NoticeDocument() {
	}

	static Document of(Notice notice) {
		return new Document("occasion", notice.occasionId()).append("eventId", notice.eventId())
			.append("eventSource", notice.eventSource())
			.append("eventType", notice.eventType())
			.append("charityId", notice.charityId())
			.append("contactId", notice.contactId())
			.append("channel", notice.channel().name())
			.append("language", notice.language().tag())
			.append("priority", notice.priority().ordinal())
			.append("status", notice.status().name())
			.append("attempts", notice.attempts())
			.append("createdAt", Date.from(notice.createdAt()))
			.append("expiresAt", Date.from(notice.expiresAt()))
			.append("due", Date.from(notice.createdAt()))
			.append("timeline", notice.timeline().stream().map(NoticeDocument::entry).toList());
	}

	static Document entry(TimelineEntry entry) {
		Document document = new Document("at", Date.from(entry.at())).append("status", entry.status().name());
		return (entry.detail() != null) ? document.append("detail", entry.detail()) : document;
	}

	/**
	 * The notice as its claim leaves it, from the document as it was before. One that
	 * still had a claim was left behind by its holder.
	 */
	static Notice claimed(Document before, Document leftBehind) {
		Document after = new Document(before).append("status", NoticeStatus.SENDING.name())
			.append("version", AggregateCollection.versionOf(before) + 1);
		if (before.containsKey("claim")) {
			List<Document> timeline = new ArrayList<>(before.getList("timeline", Document.class));
			timeline.add(leftBehind);
			after.append("attempts", before.getInteger("attempts") + 1).append("timeline", timeline);
		}
		return notice(after);
	}

	static Notice notice(Document document) {
		return new Notice(document.getString("_id"), document.getString("occasion"), document.getString("eventId"),
				document.getString("eventSource"), document.getString("eventType"), document.getString("charityId"),
				document.getString("contactId"), Channel.valueOf(document.getString("channel")),
				Language.ofTag(document.getString("language")).orElse(Language.AR),
				Priority.values()[document.getInteger("priority")], NoticeStatus.valueOf(document.getString("status")),
				document.getInteger("attempts"), instant(document, "createdAt"), instant(document, "expiresAt"),
				timeline(document.getList("timeline", Document.class)), AggregateCollection.versionOf(document));
	}

	private static List<TimelineEntry> timeline(List<Document> entries) {
		return entries.stream()
			.map((entry) -> new TimelineEntry(instant(entry, "at"), NoticeStatus.valueOf(entry.getString("status")),
					entry.getString("detail")))
			.toList();
	}

	static Instant instant(Document document, String field) {
		return document.getDate(field).toInstant();
	}

}
