package org.sharaka.chassis.event;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * CloudEvents 1.0 from Kafka records, in binary and in structured mode.
 *
 * @see <a href=
 * "https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 * protocol binding</a>
 */
public final class CloudEvents {

	static final String STRUCTURED = "application/cloudevents+json";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private CloudEvents() {
	}

	/**
	 * The type of a record, without reading its value where a header tells.
	 * @return {@link Event#TOMBSTONE} if the record has no value; {@code null} if it is
	 * not a CloudEvent, or a structured one that cannot be read
	 */
	public static @Nullable String typeOf(ConsumerRecord<byte[], byte[]> record) {
		if (record.value() == null) {
			return Event.TOMBSTONE;
		}
		if (isBinary(record)) {
			return header(record, "ce_type");
		}
		try {
			return JSON.readTree(record.value()).path("type").asString(null);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Reads a record. A record without {@code ce_} headers whose value is a JSON object
	 * with {@code specversion} is a structured event under any content type, since some
	 * SDKs label it {@code application/json} or not at all.
	 * @throws InvalidEventException if it is not a CloudEvent 1.0 with JSON data; the
	 * message lists everything that is missing
	 */
	public static Event read(ConsumerRecord<byte[], byte[]> record) {
		String key = (record.key() != null) ? new String(record.key(), StandardCharsets.UTF_8) : null;
		if (record.value() == null) {
			return tombstone(record, key);
		}
		JsonNode json = json(record.value());
		boolean binary = isBinary(record) || (!isLabelledStructured(record) && !json.has("specversion"));
		if (binary) {
			String contentType = header(record, "content-type");
			if (contentType != null && !isJson(contentType)) {
				throw new InvalidEventException("not-json", "the content type is not JSON");
			}
			return event((name) -> header(record, "ce_" + name), key, json);
		}
		if (!json.isObject()) {
			throw new InvalidEventException("not-cloudevent", "a structured CloudEvent must be a JSON object");
		}
		return event((name) -> json.path(name).asString(null), key, structuredData(json));
	}

	/** The attributes of a tombstone are optional, since the record has no value. */
	private static Event tombstone(ConsumerRecord<byte[], byte[]> record, @Nullable String key) {
		List<String> faults = new ArrayList<>();
		String id = header(record, "ce_id");
		String source = header(record, "ce_source");
		String time = header(record, "ce_time");
		Event event = new Event((id != null) ? id : record.topic() + "-" + record.partition() + "-" + record.offset(),
				(source != null) ? source : "/" + record.topic(), Event.TOMBSTONE, key,
				(time != null) ? time(time, faults) : Instant.ofEpochMilli(record.timestamp()),
				sequence(header(record, "ce_sequence"), faults), header(record, "ce_traceparent"), key, null);
		throwIfAny(faults);
		return event;
	}

	private static Event event(UnaryOperator<@Nullable String> attribute, @Nullable String key, JsonNode data) {
		List<String> faults = new ArrayList<>();
		String version = attribute.apply("specversion");
		if (version != null && !version.equals("1.0")) {
			faults.add("'specversion' must be 1.0");
		}
		String id = required(attribute, "id", faults);
		String source = required(attribute, "source", faults);
		String type = required(attribute, "type", faults);
		if (version == null) {
			faults.add("'specversion' is missing");
		}
		Instant time = time(attribute.apply("time"), faults);
		long sequence = sequence(attribute.apply("sequence"), faults);
		if (type.equals(Event.TOMBSTONE)) {
			faults.add("'type' is that of tombstones, which have no value");
		}
		throwIfAny(faults);
		return new Event(id, source, type, attribute.apply("subject"), time, sequence, attribute.apply("traceparent"),
				key, data);
	}

	private static void throwIfAny(List<String> faults) {
		if (!faults.isEmpty()) {
			throw new InvalidEventException("not-cloudevent", "not a CloudEvent 1.0: " + String.join(", ", faults));
		}
	}

	private static String required(UnaryOperator<@Nullable String> attribute, String name, List<String> faults) {
		String value = attribute.apply(name);
		if (value == null || value.isBlank()) {
			faults.add("'" + name + "' is missing");
			return "";
		}
		return value;
	}

	private static Instant time(@Nullable String text, List<String> faults) {
		try {
			return (text != null) ? OffsetDateTime.parse(text).toInstant() : Instant.EPOCH;
		}
		catch (DateTimeException ex) {
			faults.add("'time' is not an RFC 3339 timestamp");
			return Instant.EPOCH;
		}
	}

	private static long sequence(@Nullable String text, List<String> faults) {
		try {
			return (text != null) ? Long.parseLong(text) : 0;
		}
		catch (NumberFormatException ex) {
			faults.add("'sequence' is not a decimal number");
			return 0;
		}
	}

	private static JsonNode structuredData(JsonNode envelope) {
		if (envelope.has("data_base64")) {
			try {
				return json(Base64.getDecoder().decode(envelope.path("data_base64").asString("")));
			}
			catch (IllegalArgumentException ex) {
				throw new InvalidEventException("not-json", "'data_base64' is not base64");
			}
		}
		if (!envelope.has("data")) {
			throw new InvalidEventException("not-cloudevent", "the CloudEvent has no 'data'");
		}
		return envelope.path("data");
	}

	private static JsonNode json(byte[] value) {
		try {
			JsonNode json = JSON.readTree(value);
			if (json == null || json.isMissingNode()) {
				throw new InvalidEventException("not-json", "the value is empty");
			}
			return json;
		}
		catch (JacksonException ex) {
			String where = (ex.getLocation() != null)
					? " (line " + ex.getLocation().getLineNr() + ", column " + ex.getLocation().getColumnNr() + ")"
					: "";
			throw new InvalidEventException("not-json", "the value is not JSON in UTF-8" + where);
		}
	}

	private static boolean isBinary(ConsumerRecord<byte[], byte[]> record) {
		return !isLabelledStructured(record) && StreamSupport.stream(record.headers().spliterator(), false)
			.anyMatch((header) -> header.key().startsWith("ce_"));
	}

	private static boolean isLabelledStructured(ConsumerRecord<byte[], byte[]> record) {
		String contentType = header(record, "content-type");
		return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("application/cloudevents");
	}

	private static boolean isJson(String contentType) {
		String mediaType = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].trim();
		return mediaType.equals("application/json") || mediaType.endsWith("+json");
	}

	private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
		Header header = record.headers().lastHeader(name);
		return (header != null && header.value() != null) ? new String(header.value(), StandardCharsets.UTF_8) : null;
	}

}
