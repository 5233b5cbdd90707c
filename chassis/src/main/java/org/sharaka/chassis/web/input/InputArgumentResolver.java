package org.sharaka.chassis.web.input;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.web.problem.ProblemException;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.core.MethodParameter;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a controller method its {@link Input}: the body, as {@code application/json} or
 * {@code application/merge-patch+json} in UTF-8, or the query where {@link FromQuery}
 * says so. A request with neither a body nor a media type is an empty object, so that a
 * command without mandatory fields needs no body.
 */
public final class InputArgumentResolver implements HandlerMethodArgumentResolver {

	private static final MediaType MERGE_PATCH = MediaType.parseMediaType("application/merge-patch+json");

	private static final String ACCEPTED = MediaType.APPLICATION_JSON_VALUE + ", " + MERGE_PATCH;

	private final BodyLimit limit;

	public InputArgumentResolver(BodyLimit limit) {
		this.limit = limit;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Input.class;
	}

	@Override
	public Input resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest webRequest, @Nullable WebDataBinderFactory binderFactory) throws IOException {
		HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
		if (request == null) {
			throw new IllegalStateException("not a servlet request");
		}
		if (parameter.hasParameterAnnotation(FromQuery.class)) {
			Map<String, List<String>> query = new LinkedHashMap<>();
			request.getParameterMap().forEach((name, values) -> query.put(name, List.of(values)));
			return Input.ofQuery(query);
		}
		String contentType = request.getContentType();
		if (contentType != null && !isAccepted(contentType)) {
			throw ProblemException.unsupportedMediaType(ACCEPTED);
		}
		byte[] body = this.limit.read(request);
		if (contentType == null && body.length > 0) {
			throw ProblemException.unsupportedMediaType(ACCEPTED);
		}
		return Input.of((contentType != null) ? JsonBody.parse(body) : JsonNodeFactory.instance.objectNode());
	}

	private static boolean isAccepted(String contentType) {
		try {
			MediaType type = MediaType.parseMediaType(contentType);
			Charset charset = type.getCharset();
			return (charset == null || charset.equals(StandardCharsets.UTF_8))
					&& (type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
							|| type.equalsTypeAndSubtype(MERGE_PATCH));
		}
		catch (InvalidMediaTypeException | IllegalCharsetNameException | UnsupportedCharsetException ex) {
			return false;
		}
	}

}
