package org.sharaka.chassis.web.command;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.id.Ids;
import org.sharaka.chassis.web.idempotency.IdempotencyKey;
import org.sharaka.chassis.web.version.IfMatch;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a controller method its {@link CommandContext}. The actor is anonymous. The
 * command id comes from {@code Idempotency-Key} and the request, or is new without that
 * header. The precondition is {@code If-Match}.
 */
public final class CommandContextArgumentResolver implements HandlerMethodArgumentResolver {

	private final Ids ids;

	public CommandContextArgumentResolver(Ids ids) {
		this.ids = ids;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == CommandContext.class;
	}

	@Override
	public CommandContext resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest webRequest, @Nullable WebDataBinderFactory binderFactory) {
		HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
		if (request == null) {
			throw new IllegalStateException("not a servlet request");
		}
		IfMatch ifMatch = IfMatch.of(request);
		return IdempotencyKey.commandId(request)
			.map((id) -> new CommandContext(CommandContext.ANONYMOUS, id, true, ifMatch::check))
			.orElseGet(() -> new CommandContext(CommandContext.ANONYMOUS, this.ids.newId(), false, ifMatch::check));
	}

}
