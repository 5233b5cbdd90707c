package org.sharaka.notification.notice;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The events that are being told or have been told. */
public interface Occasions {

	/**
	 * Adds those that are not there.
	 * @return the ids of those whose notices were all written before
	 */
	Set<String> begin(Collection<Occasion> occasions);

	/** Notes that all notices of these are written, or wait for contacts. */
	void complete(Collection<String> ids);

	Map<String, Occasion> of(Set<String> ids);

}
