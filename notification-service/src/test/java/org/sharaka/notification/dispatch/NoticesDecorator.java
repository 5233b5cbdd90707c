package org.sharaka.notification.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.notice.KeysetPosition;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeUpdate;
import org.sharaka.notification.notice.Notices;

/** Delegates every call. */
class NoticesDecorator implements Notices {

	private final Notices notices;

	NoticesDecorator(Notices notices) {
		this.notices = notices;
	}

	@Override
	public void create(List<Notice> fresh) {
		this.notices.create(fresh);
	}

	@Override
	public LeasedNotices lease(Channel channel, String leaseId, Capacity capacity, Instant now, Duration duration) {
		return this.notices.lease(channel, leaseId, capacity, now, duration);
	}

	@Override
	public int write(List<NoticeUpdate> updates) {
		return this.notices.write(updates);
	}

	@Override
	public Optional<Notice> find(String id) {
		return this.notices.find(id);
	}

	@Override
	public List<Notice> list(Filter filter, @Nullable KeysetPosition before, int limit) {
		return this.notices.list(filter, before, limit);
	}

	@Override
	public void onCreated(Runnable callback) {
		this.notices.onCreated(callback);
	}

}
