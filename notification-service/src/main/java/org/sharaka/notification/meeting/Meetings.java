package org.sharaka.notification.meeting;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The meetings that this service knows. */
public interface Meetings {

	/** Applies those that are newer than the known state; the others change nothing. */
	void apply(List<Meeting> meetings);

	/** Those of these that are known. */
	Map<String, Meeting> find(Set<String> ids);

}
