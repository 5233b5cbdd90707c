package org.sharaka.notification.notice.mongo;

import org.sharaka.chassis.outbox.NewEvent;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeChange.Ending;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What became of a notice, for {@code partnership.notices}; the key is the charity. */
final class NoticeEvents {

	private NoticeEvents() {
	}

	static NewEvent of(Notice notice, Ending ending) {
		ObjectNode data = JsonNodeFactory.instance.objectNode()
			.put("noticeId", notice.id())
			.put("eventId", notice.eventId())
			.put("eventSource", notice.eventSource())
			.put("eventType", notice.eventType())
			.put("charityId", notice.charityId())
			.put("contactId", notice.contactId())
			.put("channel", notice.channel().name())
			.put("status", ending.status().name());
		if (ending.reason() != null) {
			data.put("reason", ending.reason());
		}
		return new NewEvent(ending.eventType(), data, notice.charityId());
	}

}
