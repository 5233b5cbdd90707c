package org.sharaka.chassis.web.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.id.Ids;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Identifies a request, so that two with the same key can be compared.
 *
 * @param id of method, path and key
 * @param request of method, path, query, content type and body; JSON without regard to
 * white space and to the order of names
 */
record RequestFingerprint(String id, String request) {

	/** The attribute of a request with a key that holds its fingerprint. */
	static final String ATTRIBUTE = RequestFingerprint.class.getName();

	// numbers keep their digits: 1.0000000000000000001 is not 1.0
	private static final JsonMapper CANONICAL = JsonMapper.builder()
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	static RequestFingerprint of(String method, String path, @Nullable String query, @Nullable String contentType,
			String key, byte[] body) {
		String type = (contentType != null) ? contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT) : "";
		return new RequestFingerprint(hash(bytes(method), bytes(path), bytes(key)), hash(bytes(method), bytes(path),
				bytes((query != null) ? query : ""), bytes(type), type.endsWith("json") ? canonical(body) : body));
	}

	/** The id of the command, a UUID. */
	String commandId() {
		return Ids.derived("command", this.id, this.request);
	}

	/**
	 * JSON in canonical form, or the body itself if it is not JSON, which is refused each
	 * time.
	 */
	private static byte[] canonical(byte[] body) {
		try {
			return CANONICAL.writeValueAsBytes(CANONICAL.readValue(body, Object.class));
		}
		catch (JacksonException ex) {
			return body;
		}
	}

	private static String hash(byte[]... parts) {
		try {
			MessageDigest sha = MessageDigest.getInstance("SHA-256");
			for (byte[] part : parts) {
				sha.update(bytes(part.length + ":"));
				sha.update(part);
			}
			return HexFormat.of().formatHex(sha.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
