package org.sharaka.notification.notice.mongo;

import java.util.Date;

import com.mongodb.client.model.Filters;
import org.bson.conversions.Bson;
import org.sharaka.notification.notice.KeysetPosition;

/** Filters for lists that are sorted by a time and {@code _id}, newest first. */
final class KeysetFilters {

	private KeysetFilters() {
	}

	/** The entries after a position. */
	static Bson after(String timeField, KeysetPosition position) {
		Date at = Date.from(position.at());
		return Filters.or(Filters.lt(timeField, at),
				Filters.and(Filters.eq(timeField, at), Filters.lt("_id", position.id())));
	}

}
