package org.sharaka.notification.template;

import org.jspecify.annotations.Nullable;

/**
 * Text in both languages; Arabic is always there, English may be missing.
 */
public record Bilingual(String ar, @Nullable String en) {

	/** The language in which {@link #in} answers: Arabic where English is missing. */
	public Language available(Language wanted) {
		return (wanted == Language.EN && this.en != null && !this.en.isBlank()) ? Language.EN : Language.AR;
	}

	/** The text in that language, or in Arabic if it has none. */
	public String in(Language wanted) {
		return (available(wanted) == Language.EN && this.en != null) ? this.en : this.ar;
	}

}
