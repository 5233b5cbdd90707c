package org.sharaka.chassis.web.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.sharaka.chassis.web.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON strictly: UTF-8 only (a mangled Arabic name is refused, not kept), one
 * value, no name twice in an object. Numbers keep their digits.
 */
public final class JsonBody {

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private JsonBody() {
	}

	/**
	 * @throws ProblemException {@code malformed-json}, with the place
	 */
	public static JsonNode parse(byte[] body) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
			JsonNode node = MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
			if (node.isMissingNode()) {
				throw ProblemException.malformedJson(1, 1);
			}
			return node;
		}
		catch (CharacterCodingException ex) {
			throw ProblemException.malformedJson(1, 1);
		}
		catch (JacksonException ex) {
			TokenStreamLocation place = ex.getLocation();
			throw (place != null) ? ProblemException.malformedJson(place.getLineNr(), place.getColumnNr())
					: ProblemException.malformedJson(1, 1);
		}
	}

}
