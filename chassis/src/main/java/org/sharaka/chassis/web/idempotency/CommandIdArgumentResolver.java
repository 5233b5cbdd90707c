package org.sharaka.chassis.web.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.id.Ids;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a controller method its {@link CommandId}; what the {@link IdempotencyFilter} has
 * let through with a key is repeatable.
 */
public final class CommandIdArgumentResolver implements HandlerMethodArgumentResolver {

	private final Ids ids;

	public CommandIdArgumentResolver(Ids ids) {
		this.ids = ids;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == CommandId.class;
	}

	@Override
	public CommandId resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest webRequest, @Nullable WebDataBinderFactory binderFactory) {
		HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
		if (request == null) {
			throw new IllegalStateException("not a servlet request");
		}
		return (request.getAttribute(RequestFingerprint.ATTRIBUTE) instanceof RequestFingerprint fingerprint)
				? CommandId.of(fingerprint) : CommandId.fresh(this.ids);
	}

}
