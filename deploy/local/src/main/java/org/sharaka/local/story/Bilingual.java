package org.sharaka.local.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Text in Arabic and, if there is one, its English. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Bilingual(String ar, @Nullable String en) {

	static Bilingual arabic(String ar) {
		return new Bilingual(ar, null);
	}

}
