package org.sharaka.meeting.meeting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.sharaka.meeting.charity.CatchUp;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.charity.Charity;

/** Turns whom to invite into the charities to invite, as this service knows them now. */
public class GuestList {

	private final Charities charities;

	private final CatchUp catchUp;

	public GuestList(Charities charities, CatchUp catchUp) {
		this.charities = charities;
		this.catchUp = catchUp;
	}

	/**
	 * @param charities in the order of their ids; to be used only without faults
	 * @param faults what is wrong with the wish
	 */
	public record Guests(Collection<Charity> charities, List<Fault> faults) {
	}

	/**
	 * @param pointer into the wish: {@code /charities/3}, or "" for all of it
	 * @param code for programs
	 */
	public record Fault(String pointer, String code, List<Object> args) {
	}

	/**
	 * Waits a moment for charities that are not known yet, or not as registered: the
	 * caller may know better, having just registered them.
	 */
	public Guests awaitAndFind(Invite invite) {
		this.catchUp.await(() -> areRegistered(invite.charityIds()));
		return find(invite);
	}

	private boolean areRegistered(List<String> ids) {
		Map<String, Charity> known = this.charities.findAll(ids);
		return known.size() == ids.size() && known.values().stream().allMatch(Charity::isRegistered);
	}

	/** Goes by what is known now. */
	public Guests find(Invite invite) {
		List<Fault> faults = new ArrayList<>();
		Map<String, Charity> guests = new TreeMap<>();
		Map<String, Charity> named = this.charities.findAll(invite.charityIds());
		for (int index = 0; index < invite.charityIds().size(); index++) {
			Charity charity = named.get(invite.charityIds().get(index));
			String pointer = "/charities/" + index;
			if (charity == null) {
				faults.add(new Fault(pointer, "unknown-charity", List.of()));
			}
			else if (!charity.isRegistered()) {
				faults.add(new Fault(pointer, "not-registered", List.of()));
			}
			else {
				guests.put(charity.id(), charity);
			}
		}
		this.charities.registered(invite.criteria(), GuestPolicy.MOST + 1)
			.forEach((charity) -> guests.put(charity.id(), charity));
		return new Guests(List.copyOf(guests.values()), faults);
	}

}
