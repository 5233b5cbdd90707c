package org.sharaka.meeting.charity.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.sharaka.meeting.charity.Audience;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.charity.ViewUpdates;

/** Finds out how many charities an audience is, and what is wrong with it. */
public class ResolveAudience {

	private final Charities charities;

	private final ViewUpdates viewUpdates;

	public ResolveAudience(Charities charities, ViewUpdates viewUpdates) {
		this.charities = charities;
		this.viewUpdates = viewUpdates;
	}

	/**
	 * An audience as it is now.
	 *
	 * @param size how many charities it is; only meaningful without errors
	 */
	public record ResolvedAudience(Audience audience, int size, List<AudienceError> errors) {
	}

	/**
	 * @param charityId that is wrong; empty if the whole audience is
	 * @param code {@code unknown-charity}, {@code not-registered} or
	 * {@code nobody-matches}
	 */
	public record AudienceError(String charityId, String code) {
	}

	/**
	 * Waits a moment for charities that are unknown or not registered: the caller may
	 * have just registered them.
	 */
	public ResolvedAudience awaitAndResolve(Audience audience) {
		this.viewUpdates.await(() -> resolveNamed(audience).errors().isEmpty());
		return resolve(audience);
	}

	/** Decides on what is known now. */
	public ResolvedAudience resolve(Audience audience) {
		ResolvedAudience named = resolveNamed(audience);
		int size = named.size() + this.charities.countRegistered(audience.criteria());
		if (size > 0 || !named.errors().isEmpty()) {
			return new ResolvedAudience(audience, size, named.errors());
		}
		return new ResolvedAudience(audience, 0, List.of(new AudienceError("", "nobody-matches")));
	}

	/** The size is of those who do not match the criteria anyway. */
	private ResolvedAudience resolveNamed(Audience audience) {
		List<AudienceError> errors = new ArrayList<>();
		Map<String, Charity> known = this.charities.findAll(audience.charityIds());
		int size = 0;
		for (String id : audience.charityIds()) {
			Charity charity = known.get(id);
			if (charity == null) {
				errors.add(new AudienceError(id, "unknown-charity"));
			}
			else if (!charity.isRegistered()) {
				errors.add(new AudienceError(id, "not-registered"));
			}
			else if (!audience.criteria().matches(charity)) {
				size++;
			}
		}
		return new ResolvedAudience(audience, size, errors);
	}

}
