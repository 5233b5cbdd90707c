package org.sharaka.notification.template;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;

/**
 * Makes the parameters of a template from the data of an event, given as plain maps and
 * lists (JSON). Every parameter that a template names is present; it is null if the event
 * does not have the optional field that it shows. If a required field is missing, an
 * {@link IllegalArgumentException} is thrown.
 */
public final class TemplateParameters {

	private static final Map<String, BilingualText> TYPES = Map.of("MEETING", new BilingualText("اجتماع", "meeting"),
			"RECEPTION", new BilingualText("لقاء", "reception"), "WORKSHOP", new BilingualText("ورشة عمل", "workshop"),
			"DISCUSSION_CIRCLE", new BilingualText("حلقة نقاش", "discussion circle"), "TRAINING",
			new BilingualText("دورة تدريبية", "training course"));

	private static final Map<String, BilingualText> WITHDRAWALS = Map.of("CHARITY_SUSPENDED",
			new BilingualText("لصدور قرار بوقف الجهة", "because the body has been suspended"), "CHARITY_DISSOLVED",
			new BilingualText("لصدور قرار بحل الجهة", "because the body has been dissolved"), "CHARITY_REMOVED",
			new BilingualText("لشطب قيد الجهة", "because the body has been removed from the register"));

	private final ZoneId zone;

	/**
	 * @param zone where an instant without a zone of its own is shown
	 */
	public TemplateParameters(ZoneId zone) {
		this.zone = zone;
	}

	/**
	 * @param template the template's name, which is also the shape of the data:
	 * {@code charity-registered}, {@code meeting-cancelled}, {@code invitation-issued},
	 * {@code announcement}
	 * @param charityName the recipient's name, if it is known; charity events bring their
	 * own
	 */
	public Map<String, @Nullable Object> of(String template, Map<String, ?> data, @Nullable BilingualText charityName) {
		if (template.startsWith("charity-")) {
			return charity(data);
		}
		Map<String, @Nullable Object> params = template.equals("announcement") ? announcement(data) : meeting(data);
		params.put("charity", named(charityName));
		return params;
	}

	private Map<String, @Nullable Object> charity(Map<String, ?> data) {
		Map<String, @Nullable Object> charity = named(required(bilingual(data.get("name")), "name"));
		charity.put("registrationNumber", data.get("registrationNumber"));
		Map<?, ?> given = map(data.get("decision"));
		Map<String, @Nullable Object> decision = new HashMap<>();
		decision.put("reason", bilingual(given.get("reason")));
		decision.put("effectiveDate", given.get("effectiveDate") instanceof String date ? LocalDate.parse(date) : null);
		decision.put("reference", given.get("reference"));
		Map<String, @Nullable Object> params = new HashMap<>();
		params.put("charity", charity);
		params.put("decision", decision);
		params.put("appliedAt", data.get("appliedAt") instanceof String instant
				? Instant.parse(instant).atZone(this.zone).toLocalDate() : null);
		return params;
	}

	private static Map<String, @Nullable Object> meeting(Map<String, ?> data) {
		Map<?, ?> given = map(required(data.get("meeting"), "meeting"));
		Map<?, ?> venue = map(given.get("venue"));
		Map<String, @Nullable Object> meeting = new HashMap<>();
		meeting.put("type", TYPES.getOrDefault(text(given, "type"), new BilingualText("اجتماع", "meeting")));
		meeting.put("title", required(bilingual(given.get("title")), "title"));
		meeting.put("startsAt", LocalDateTime.parse(text(given, "startsAt")).atZone(ZoneId.of(text(given, "zone"))));
		meeting.put("duration", Duration.ofMinutes(
				required(given.get("durationMinutes"), "durationMinutes") instanceof Number n ? n.longValue() : 0));
		meeting.put("place", bilingual(venue.get("text")));
		meeting.put("url", venue.get("url") instanceof String url ? link(url) : null);
		meeting.put("chair", text(given, "chair"));
		meeting.put("agenda", agenda(given.get("agenda")));
		Map<String, @Nullable Object> params = new HashMap<>();
		params.put("meeting", meeting);
		params.put("reason",
				data.get("reason") instanceof String code ? WITHDRAWALS.get(code) : bilingual(data.get("reason")));
		if (data.get("previousStartsAt") instanceof String previous) {
			params.put("previousStartsAt", LocalDateTime.parse(previous).atZone(ZoneId.of(text(data, "previousZone"))));
		}
		return params;
	}

	private static Map<String, @Nullable Object> announcement(Map<String, ?> data) {
		Map<String, @Nullable Object> params = new HashMap<>();
		params.put("title", required(bilingual(data.get("title")), "title"));
		params.put("text", required(bilingual(data.get("text")), "text"));
		params.put("urgent", "URGENT".equals(data.get("priority")));
		return params;
	}

	private static @Nullable Object agenda(@Nullable Object given) {
		if (!(given instanceof List<?> points) || points.isEmpty()) {
			return null;
		}
		return Map.of("items",
				points.stream().map((point) -> required(bilingual(map(point).get("title")), "agenda title")).toList());
	}

	private static Map<String, @Nullable Object> named(@Nullable BilingualText name) {
		Map<String, @Nullable Object> charity = new HashMap<>();
		charity.put("name", name);
		return charity;
	}

	/** A link that is not one is shown as the text that it is. */
	private static Object link(String url) {
		try {
			return new URI(url);
		}
		catch (URISyntaxException ex) {
			return url;
		}
	}

	private static @Nullable BilingualText bilingual(@Nullable Object value) {
		return (value instanceof Map<?, ?> map && map.get("ar") instanceof String ar)
				? new BilingualText(ar, map.get("en") instanceof String en && !en.isBlank() ? en : null) : null;
	}

	private static Map<?, ?> map(@Nullable Object value) {
		return (value instanceof Map<?, ?> map) ? map : Map.of();
	}

	private static String text(Map<?, ?> map, String key) {
		return String.valueOf(required(map.get(key), key));
	}

	private static <T> T required(@Nullable T value, String name) {
		if (value == null) {
			throw new IllegalArgumentException("The event has no " + name);
		}
		return value;
	}

}
