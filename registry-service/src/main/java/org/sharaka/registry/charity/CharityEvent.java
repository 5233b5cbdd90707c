package org.sharaka.registry.charity;

import java.util.Set;

/** Everything that can happen to a charity. */
public sealed interface CharityEvent {

	/** The charity right after the event; its version is the event's number. */
	Charity charity();

	/** Applied for registration, for the first time or again after it was returned. */
	record Applied(Charity charity) implements CharityEvent {
	}

	/**
	 * @param parts what is different now
	 */
	record Updated(Charity charity, Set<Profile.Part> parts) implements CharityEvent {
	}

	/** The list of contacts is another one. */
	record ContactsChanged(Charity charity) implements CharityEvent {
	}

	/** The ministry decided. */
	sealed interface Decided extends CharityEvent {

		Decision decision();

		static Decided of(Charity charity, Decision decision) {
			return switch (decision.kind()) {
				case APPROVE -> new Registered(charity, decision);
				case RETURN -> new Returned(charity, decision);
				case REFUSE -> new Refused(charity, decision);
				case SUSPEND -> new Suspended(charity, decision);
				case REINSTATE -> new Reinstated(charity, decision);
				case DISSOLVE -> new Dissolved(charity, decision);
				case REMOVE -> new Removed(charity, decision);
			};
		}

	}

	record Registered(Charity charity, Decision decision) implements Decided {
	}

	record Returned(Charity charity, Decision decision) implements Decided {
	}

	record Refused(Charity charity, Decision decision) implements Decided {
	}

	record Suspended(Charity charity, Decision decision) implements Decided {
	}

	record Reinstated(Charity charity, Decision decision) implements Decided {
	}

	record Dissolved(Charity charity, Decision decision) implements Decided {
	}

	record Removed(Charity charity, Decision decision) implements Decided {
	}

}
