package org.sharaka.registry.charity.web;

import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.registry.charity.Field;
import org.sharaka.registry.charity.Kind;
import org.sharaka.registry.charity.Profile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON merge patch (RFC 7396) of a charity's profile: the present profile with the
 * patch merged in must itself be one.
 */
final class ProfilePatch implements UnaryOperator<Profile> {

	private static final List<String> PATCHABLE = List.of("kind", "name", "fields", "region");

	/** Whoever sends these expects that they change; they have ways of their own. */
	private static final List<String> CHANGED_ELSEWHERE = List.of("status", "registrationNumber", "contacts");

	private final JsonNode patch;

	private ProfilePatch(JsonNode patch) {
		this.patch = patch;
	}

	static ProfilePatch of(Input input) {
		CHANGED_ELSEWHERE.stream()
			.filter(input::has)
			.forEach((name) -> input.reject("/" + name, "not-patchable", String.join(", ", PATCHABLE)));
		checkGivenFields(input);
		return input.orThrow(() -> new ProfilePatch(input.json()));
	}

	/** Finds what is wrong whatever the present profile is. */
	private static void checkGivenFields(Input input) {
		if (input.has("kind")) {
			input.oneOf("kind", Kind.class);
		}
		if (input.has("name")) {
			input.object("name", (name) -> {
				if (name.has("ar")) {
					name.text("ar", 1, CharityInput.LONGEST_NAME);
				}
				return name.optional().text("en", 1, CharityInput.LONGEST_NAME);
			});
		}
		if (input.has("fields")) {
			input.setOf("fields", Field.class, 1);
		}
		if (input.has("region")) {
			input.map("region", CharityInput::region);
		}
	}

	@Override
	public Profile apply(Profile present) {
		return CharityInput.profile(Input.of(merge(json(present), this.patch)));
	}

	private static JsonNode merge(@Nullable JsonNode target, JsonNode patch) {
		if (!(patch instanceof ObjectNode members)) {
			return patch;
		}
		ObjectNode merged = (target instanceof ObjectNode object) ? object : JsonNodeFactory.instance.objectNode();
		members.forEachEntry((name, value) -> {
			if (value.isNull()) {
				merged.remove(name);
			}
			else {
				merged.set(name, merge(merged.get(name), value));
			}
		});
		return merged;
	}

	private static ObjectNode json(Profile profile) {
		ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", profile.kind().name());
		BilingualText name = profile.name();
		ObjectNode bilingual = json.putObject("name").put("ar", name.ar());
		if (name.en() != null) {
			bilingual.put("en", name.en());
		}
		ArrayNode fields = json.putArray("fields");
		profile.fields().forEach((field) -> fields.add(field.name()));
		return json.put("region", profile.region().code());
	}

}
