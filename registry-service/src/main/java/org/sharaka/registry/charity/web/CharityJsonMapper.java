package org.sharaka.registry.charity.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.history.HistoryEntry;
import org.sharaka.chassis.message.Messages;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.text.Language;
import org.sharaka.chassis.web.history.JsonChanges;
import org.sharaka.registry.charity.Charity;
import org.sharaka.registry.charity.Decision;
import org.sharaka.registry.charity.PhoneNumber;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Charities and their history as callers read them. */
final class CharityJsonMapper {

	private static final String UNKNOWN_NUMBER_RANGE = "unknown-number-range";

	private final JsonMapper json;

	private final Messages messages;

	CharityJsonMapper(JsonMapper json, Messages messages) {
		this.json = json;
		this.messages = messages;
	}

	/** With contacts, and a warning for each phone that its number plan does not know. */
	CharityJson withContacts(Charity charity) {
		List<CharityJson.Warning> warnings = new ArrayList<>();
		for (int index = 0; index < charity.contacts().size(); index++) {
			PhoneNumber phone = charity.contacts().get(index).details().phone();
			if (phone != null && !phone.isInNumberPlan()) {
				warnings.add(new CharityJson.Warning("/contacts/" + index + "/phone", UNKNOWN_NUMBER_RANGE,
						message(UNKNOWN_NUMBER_RANGE)));
			}
		}
		return CharityJson.of(charity, charity.contacts(), warnings);
	}

	private String message(String code) {
		Language language = Language.ofTag(LocaleContextHolder.getLocale().getLanguage()).orElse(Language.EN);
		return Objects.requireNonNullElse(this.messages.find(language, "input." + code, List.of()), code);
	}

	HistoryEntryJson historyEntry(HistoryEntry<Charity> entry) {
		Charity before = entry.before();
		return new HistoryEntryJson(entry.version(), entry.recordedAt(), entry.effectiveAt(), eventName(entry.type()),
				entry.actor(), reason(before, entry.state()),
				JsonChanges.between(publicState(before), publicState(entry.state())));
	}

	/** Without what differs in every entry. */
	private ObjectNode publicState(@Nullable Charity charity) {
		if (charity == null) {
			return JsonNodeFactory.instance.objectNode();
		}
		ObjectNode state = this.json.valueToTree(CharityJson.withoutContacts(charity));
		return state.without(List.of("id", "version"));
	}

	private static String eventName(String type) {
		return type.replaceFirst("^org\\.sharaka\\.", "").replaceFirst("\\.v[0-9]+$", "");
	}

	private static @Nullable BilingualText reason(@Nullable Charity before, Charity after) {
		Decision decision = after.decision();
		if (decision == null || (before != null && decision.equals(before.decision()))) {
			return null;
		}
		return decision.reason();
	}

}
