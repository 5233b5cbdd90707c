package org.sharaka.registry.charity.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.chassis.web.page.Cursor;
import org.sharaka.chassis.web.page.PageRequest;
import org.sharaka.chassis.web.problem.ProblemException;
import org.sharaka.registry.charity.Charities;
import org.sharaka.registry.charity.Charity;
import org.sharaka.registry.charity.CharityStatus;
import org.sharaka.registry.charity.Field;
import org.sharaka.registry.charity.Kind;
import org.sharaka.registry.charity.Region;
import org.sharaka.chassis.web.input.Values;

/** Parses the query of {@code GET /charities}. */
final class CriteriaInput {

	private static final int MAX_QUERY_LENGTH = 200;

	private static final int MAX_VALUES = 50;

	private CriteriaInput() {
	}

	/** Codes of kinds and fields that are not known select nothing. */
	static Charities.Criteria criteria(Input query) {
		Input input = query.optional();
		String words = input.text("q", 1, MAX_QUERY_LENGTH);
		List<Kind> kinds = input.items("kind", 0, MAX_VALUES, ProfileInput.code(Kind::parse));
		List<Field> fields = input.items("field", 0, MAX_VALUES, ProfileInput.code(Field::parse));
		List<Region> regions = input.items("region", 0, MAX_VALUES, ProfileInput::region);
		List<CharityStatus> statuses = input.items("status", 0, CharityStatus.KNOWN.size(),
				Values.oneOf(CharityStatus.KNOWN, CharityStatus::name));
		return query.orThrow(() -> new Charities.Criteria((words != null) ? words : "", Set.copyOf(kinds),
				Set.copyOf(fields), Set.copyOf(regions), Set.copyOf(statuses)));
	}

	static Cursor cursor(Charity last) {
		return Cursor.of("appliedAt", last.appliedAt().toString(), "id", last.id());
	}

	static Charities.@Nullable KeysetPosition position(PageRequest page) {
		Cursor cursor = page.cursor();
		if (cursor == null) {
			return null;
		}
		try {
			return new Charities.KeysetPosition(Instant.parse(cursor.value("appliedAt")), cursor.value("id"));
		}
		catch (DateTimeParseException ex) {
			throw ProblemException.invalidCursor();
		}
	}

}
