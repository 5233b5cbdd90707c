package org.sharaka.registry.charity;

import java.util.List;
import java.util.Optional;

/** The rules for changes of a profile. */
public final class ProfilePolicies {

	/**
	 * The profile can be changed while the application is under review or returned, and
	 * while the charity is registered. A reviewer whose decision shall cover nothing but
	 * the profile that was reviewed sends its version with the decision.
	 */
	static final CharityPolicy<Profile> ALLOWED_IN_STATUS = (charity, changed, jurisdiction,
			now) -> charity.status().allowsProfileChanges() ? Optional.empty()
					: Optional.of(new CharityRefusal.ChangeNotAllowed(charity.status()));

	/**
	 * The registration number says the country, and the registration was granted for the
	 * kind: another country or kind is another registration.
	 */
	static final CharityPolicy<Profile> SAME_KIND_AND_COUNTRY_ONCE_REGISTERED = (charity, changed, jurisdiction,
			now) -> (charity.registrationNumber() == null || charity.profile().hasSameKindAndCountry(changed))
					? Optional.empty()
					: Optional.of(new CharityRefusal.NewRegistrationRequired(charity.registrationNumber()));

	/** All rules, in the order in which they are applied. */
	public static final List<CharityPolicy<Profile>> ALL = List.of(ALLOWED_IN_STATUS,
			SAME_KIND_AND_COUNTRY_ONCE_REGISTERED);

	private ProfilePolicies() {
	}

}
