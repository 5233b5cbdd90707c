package org.sharaka.chassis.web.page;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.web.input.Input;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller method its {@link PageRequest}. */
public final class PageRequestArgumentResolver implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == PageRequest.class;
	}

	@Override
	public PageRequest resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
		Input query = Input.ofQuery(Map.of("limit", values(request, "limit"), "cursor", values(request, "cursor")));
		Integer limit = query.integer("limit", 1, PageRequest.MAX_LIMIT);
		String cursor = query.text("cursor", 1, Integer.MAX_VALUE);
		return query.orThrow(() -> new PageRequest((limit != null) ? limit : PageRequest.DEFAULT_LIMIT,
				(cursor != null) ? Cursor.parse(cursor) : null));
	}

	private static List<String> values(NativeWebRequest request, String name) {
		String[] values = request.getParameterValues(name);
		return (values != null) ? List.of(values) : List.of();
	}

}
