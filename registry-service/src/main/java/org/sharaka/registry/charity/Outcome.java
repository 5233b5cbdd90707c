package org.sharaka.registry.charity;

import java.util.List;

/** What became of a command to a charity. */
public sealed interface Outcome {

	/**
	 * @param charity after the change
	 * @param events in their order; none if nothing had to change
	 */
	record Changed(Charity charity, List<CharityEvent> events) implements Outcome {

		public Changed {
			events = List.copyOf(events);
		}

	}

	/** Nothing was changed. */
	record Refused(Refusal refusal) implements Outcome {
	}

}
