package org.sharaka.registry.charity;

/** Everything that can happen to a charity. */
public sealed interface CharityEvent {

	/** The charity after the event; its version is the event's sequence. */
	Charity charity();

	/** Applied for registration, for the first time or again after it was returned. */
	record Applied(Charity charity) implements CharityEvent {
	}

	/** The profile changed, the status did not. */
	record Updated(Charity charity) implements CharityEvent {
	}

	/** The list of contacts changed; perhaps none is left. */
	record ContactsChanged(Charity charity) implements CharityEvent {
	}

	/** The ministry decided. */
	record Decided(Charity charity, Decision decision) implements CharityEvent {
	}

}
