package org.sharaka.notification.charity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.sharaka.chassis.text.BilingualText;

/** The charities that this service knows. */
public interface Charities {

	/** Applies those that are newer than the known state; the others change nothing. */
	void apply(List<Charity> charities);

	/** Those of these ids that no event has mentioned. */
	Set<String> findUnknown(Set<String> ids);

	/**
	 * Passes on the ids of the registered charities of an audience, up to {@code chunk}
	 * at a time.
	 */
	void findRecipients(Audience audience, int chunk, Consumer<List<String>> ids);

	/** The names of those that are known. */
	Map<String, BilingualText> names(Set<String> ids);

}
