package org.sharaka.notification.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.notice.Notice;
import org.sharaka.notification.notice.NoticeChange;
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.notice.Place;

/** Passes everything on. */
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
	public Claimed claim(Channel channel, String claim, Room room, Instant now, Duration lease) {
		return this.notices.claim(channel, claim, room, now, lease);
	}

	@Override
	public int write(List<Decided> decided) {
		return this.notices.write(decided);
	}

	@Override
	public boolean write(Notice notice, NoticeChange change) {
		return this.notices.write(notice, change);
	}

	@Override
	public Optional<Notice> find(String id) {
		return this.notices.find(id);
	}

	@Override
	public List<Notice> list(Filter filter, @Nullable Place before, int limit) {
		return this.notices.list(filter, before, limit);
	}

	@Override
	public void onCreated(Runnable wake) {
		this.notices.onCreated(wake);
	}

}
