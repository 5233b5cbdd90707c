package org.sharaka.local.story.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A text in Arabic and, optionally, in English. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BilingualText(String ar, @Nullable String en) {

	public static BilingualText arabic(String ar) {
		return new BilingualText(ar, null);
	}

}
