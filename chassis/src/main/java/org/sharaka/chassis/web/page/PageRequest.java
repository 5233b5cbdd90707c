package org.sharaka.chassis.web.page;

import org.jspecify.annotations.Nullable;

/**
 * The requested page of a list, from the query parameters {@code limit} (1 to 200, 50 if
 * absent) and {@code cursor}. Take it as a controller method's argument.
 *
 * @param limit how many items at most
 * @param cursor the position after which the page starts; null for the first page
 */
public record PageRequest(int limit, @Nullable Cursor cursor) {

	public static final int MAX_LIMIT = 200;

	public static final int DEFAULT_LIMIT = 50;

	public PageRequest {
		if (limit < 1 || limit > MAX_LIMIT) {
			throw new IllegalArgumentException("limit " + limit);
		}
	}

	/** The first items of a list. */
	public static PageRequest first(int limit) {
		return new PageRequest(limit, null);
	}

	/** How many to fetch, to know whether there are more: one more than the limit. */
	public int fetch() {
		return this.limit + 1;
	}

}
