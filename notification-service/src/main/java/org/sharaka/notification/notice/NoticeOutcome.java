package org.sharaka.notification.notice;

import org.jspecify.annotations.Nullable;

/**
 * How a notice ended, as other services are told.
 *
 * @param type which event announces it
 * @param status the notice's final status
 * @param reason a code; null if the notice was delivered
 */
public record NoticeOutcome(Type type, NoticeStatus status, @Nullable String reason) {

	/** The events of a notice's end. */
	public enum Type {

		DELIVERED, FAILED, SUPPRESSED

	}

	static NoticeOutcome delivered() {
		return new NoticeOutcome(Type.DELIVERED, NoticeStatus.DELIVERED, null);
	}

	static NoticeOutcome failed(String reason) {
		return new NoticeOutcome(Type.FAILED, NoticeStatus.FAILED, reason);
	}

	static NoticeOutcome expired() {
		return new NoticeOutcome(Type.FAILED, NoticeStatus.EXPIRED, "expired");
	}

	static NoticeOutcome suppressed(String reason) {
		return new NoticeOutcome(Type.SUPPRESSED, NoticeStatus.SUPPRESSED, reason);
	}

}
