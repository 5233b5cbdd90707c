package org.sharaka.notification.template;

import java.util.Map;

/**
 * The templates of all notices, compiled once. Thread-safe.
 */
public interface Templates {

	/**
	 * @param params plain values, lists and maps; {@link Bilingual} and
	 * {@code ZonedDateTime} are put into the language here
	 * @throws IllegalArgumentException if there is no such template, or a param that it
	 * needs is missing
	 */
	Rendered render(String template, Language language, Map<String, Object> params);

}
