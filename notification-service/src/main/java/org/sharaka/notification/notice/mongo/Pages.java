package org.sharaka.notification.notice.mongo;

import java.util.Date;

import com.mongodb.client.model.Filters;
import org.bson.conversions.Bson;
import org.sharaka.notification.notice.Place;

/** Lists that are sorted by a time and {@code _id}, newest first. */
final class Pages {

	private Pages() {
	}

	/** What follows a place. */
	static Bson after(String timeField, Place place) {
		Date at = Date.from(place.at());
		return Filters.or(Filters.lt(timeField, at),
				Filters.and(Filters.eq(timeField, at), Filters.lt("_id", place.id())));
	}

}
