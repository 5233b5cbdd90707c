package org.sharaka.registry.charity.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.chassis.web.input.Parsed;
import org.sharaka.chassis.web.input.Values;
import org.sharaka.registry.charity.Field;
import org.sharaka.registry.charity.Kind;
import org.sharaka.registry.charity.Profile;
import org.sharaka.registry.charity.Region;
import tools.jackson.databind.JsonNode;

import static java.util.Objects.requireNonNull;

/**
 * Parses a profile, whole or as a merge patch. Its parts are null where they are wrong.
 */
record ProfileInput(@Nullable Kind kind, @Nullable BilingualText name, Set<Field> fields, @Nullable Region region) {

	private static final int MAX_NAME_LENGTH = 300;

	private static final List<String> PATCHABLE = List.of("kind", "name", "fields", "region");

	/** A caller who sends these expects them to change; they change in other ways. */
	private static final List<String> NOT_PATCHABLE = List.of("status", "registrationNumber", "contacts");

	static ProfileInput of(Input input) {
		return new ProfileInput(input.oneOf("kind", Kind.KNOWN, Kind::code), input.bilingual("name", MAX_NAME_LENGTH),
				fields(input), input.map("region", ProfileInput::region));
	}

	/** To be called only if nothing was wrong. */
	Profile toProfile() {
		return new Profile(requireNonNull(this.kind), requireNonNull(this.name), this.fields,
				requireNonNull(this.region));
	}

	/** A JSON merge patch (RFC 7396): what is absent stays as it is. */
	static UnaryOperator<Profile> patch(Input input) {
		NOT_PATCHABLE.stream()
			.filter(input::has)
			.forEach((name) -> input.reject("/" + name, "not-patchable", String.join(", ", PATCHABLE)));
		Kind kind = input.has("kind") ? input.oneOf("kind", Kind.KNOWN, Kind::code) : null;
		UnaryOperator<BilingualText> name = input.has("name") ? input.object("name", ProfileInput::namePatch) : null;
		Set<Field> fields = input.has("fields") ? fields(input) : null;
		Region region = input.has("region") ? input.map("region", ProfileInput::region) : null;
		return input.orThrow(() -> (current) -> new Profile((kind != null) ? kind : current.kind(),
				(name != null) ? name.apply(current.name()) : current.name(),
				(fields != null) ? fields : current.fields(), (region != null) ? region : current.region()));
	}

	private static @Nullable UnaryOperator<BilingualText> namePatch(Input input) {
		String ar = input.has("ar") ? input.text("ar", 1, MAX_NAME_LENGTH) : null;
		String en = input.optional().text("en", 1, MAX_NAME_LENGTH);
		return input.build(() -> (current) -> new BilingualText((ar != null) ? ar : current.ar(),
				input.has("en") ? en : current.en()));
	}

	private static Set<Field> fields(Input input) {
		return new LinkedHashSet<>(
				input.items("fields", 1, Field.KNOWN.size(), Values.oneOf(Field.KNOWN, Field::code)));
	}

	static Parsed<Region> region(JsonNode node) {
		return Values.string(node)
			.then((text) -> Region.parse(text.strip())
				.map(Parsed::valid)
				.orElseGet(() -> Parsed.invalid("unknown-region")));
	}

	/** A code of an extensible list, known or not. */
	static <T> Function<JsonNode, Parsed<T>> code(Function<String, Optional<T>> parse) {
		return (node) -> Values.string(node)
			.then((text) -> parse.apply(text.strip()).map(Parsed::valid).orElseGet(() -> Parsed.invalid("bad-code")));
	}

}
