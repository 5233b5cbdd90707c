package org.sharaka.meeting.meeting.input;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.chassis.web.input.Values;
import org.sharaka.meeting.charity.Audience;
import org.sharaka.meeting.charity.Criteria;
import org.sharaka.meeting.charity.Field;
import org.sharaka.meeting.charity.Kind;
import org.sharaka.meeting.charity.Regions;
import org.sharaka.meeting.charity.usecase.ResolveAudience.AudienceError;
import org.sharaka.meeting.charity.usecase.ResolveAudience.ResolvedAudience;

/** The field {@code invite}: which charities to invite. */
public record AudienceInput(List<String> charityIds, Criteria criteria) {

	/** About as many as a request body has room for; criteria have no limit. */
	private static final int MAX_NAMED = 20_000;

	/** Reads the field, and records in the input what is wrong. */
	public static @Nullable AudienceInput read(Input input) {
		return input.object("invite", AudienceInput::fields);
	}

	private static @Nullable AudienceInput fields(Input invite) {
		Input optional = invite.optional();
		List<String> charities = optional.ids("charities", 0, MAX_NAMED);
		List<Kind> kinds = optional.items("kinds", 0, Kind.KNOWN.size(), Values.oneOf(Kind.KNOWN, Kind::code));
		List<Field> fields = optional.items("fields", 0, Field.KNOWN.size(), Values.oneOf(Field.KNOWN, Field::code));
		List<String> regions = optional.items("regions", 0, Regions.ALL.size(),
				Values.oneOf(Regions.ALL, (region) -> region));
		Criteria criteria = new Criteria(Set.copyOf(kinds), Set.copyOf(fields), Set.copyOf(regions));
		return invite.build(() -> {
			if (charities.isEmpty() && criteria.isEmpty()) {
				invite.reject("", "nobody-invited");
			}
			return new AudienceInput(charities, criteria);
		});
	}

	public Audience audience() {
		return new Audience(this.charityIds, this.criteria);
	}

	/** Records in the input what is wrong with the charities. */
	public void recordErrors(ResolvedAudience resolved, Input input) {
		for (AudienceError error : resolved.errors()) {
			int index = this.charityIds.indexOf(error.charityId());
			input.reject((index < 0) ? "/invite" : "/invite/charities/" + index, error.code());
		}
	}

}
