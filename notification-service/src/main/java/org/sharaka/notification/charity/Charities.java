package org.sharaka.notification.charity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.sharaka.chassis.text.BilingualText;

/** The charities that this service has heard of. */
public interface Charities {

	/** Takes in what is newer than what is known; the rest changes nothing. */
	void update(Collection<Charity> charities);

	/** Those of these ids that no event has told of. */
	Set<String> unknown(Set<String> ids);

	/**
	 * Hands over the ids of all charities of an audience, up to {@code chunk} at a time.
	 */
	void addressed(Audience audience, int chunk, Consumer<List<String>> ids);

	/** The names of those that are known. */
	Map<String, BilingualText> names(Set<String> ids);

}
