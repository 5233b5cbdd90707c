package org.sharaka.notification.notice;

/** Where a notice stands. */
public enum NoticeStatus {

	/** Waits for its first attempt. */
	CREATED(false),

	/** An attempt is being made, or has failed for the moment and will be repeated. */
	SENDING(false),

	/** A provider has taken responsibility. For a mail this is the end. */
	SENT(false),

	/** A provider may or may not have accepted. */
	UNKNOWN(false),

	/** The phone has it. */
	DELIVERED(true),

	/** Tried, and cannot be delivered. */
	FAILED(true),

	/** Not sent, since the contact is gone or has been erased. */
	SUPPRESSED(true),

	/** Its time was over before it could be sent. */
	EXPIRED(true);

	private final boolean end;

	NoticeStatus(boolean end) {
		this.end = end;
	}

	/** Whether nothing can follow. */
	public boolean isEnd() {
		return this.end;
	}

}
