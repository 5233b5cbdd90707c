package org.sharaka.notification.notice.mongo;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.outbox.NewEvent;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeOutcome;
import org.sharaka.notification.notice.NoticeStatus;
import tools.jackson.databind.json.JsonMapper;

/** The events of {@code partnership.notices}; their key is the charity. */
final class NoticeEvents {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private NoticeEvents() {
	}

	/** The data of {@code notice.delivered}, {@code .failed} and {@code .suppressed}. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record NoticeEnded(String noticeId, String eventId, String eventSource, String eventType, String charityId,
			String contactId, Channel channel, NoticeStatus status, @Nullable String reason) {
	}

	static NewEvent of(Notice notice, NoticeOutcome outcome) {
		NoticeEnded data = new NoticeEnded(notice.id(), notice.eventId(), notice.eventSource(), notice.eventType(),
				notice.charityId(), notice.contactId(), notice.channel(), outcome.status(), outcome.reason());
		String type = "org.sharaka.notice." + outcome.type().name().toLowerCase(Locale.ROOT) + ".v1";
		return new NewEvent(type, JSON.valueToTree(data), notice.charityId());
	}

}
