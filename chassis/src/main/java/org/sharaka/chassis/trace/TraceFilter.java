package org.sharaka.chassis.trace;

import java.io.IOException;

import io.opentelemetry.context.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Writes the trace of each request into the response header {@code traceparent}, so that
 * a caller can name it when asking for help, and continues it in error dispatches, which
 * Spring's observation filter does not take part in. Runs after that filter.
 */
public final class TraceFilter extends OncePerRequestFilter {

	private static final String HEADER = "traceparent";

	private static final String ATTRIBUTE = TraceFilter.class.getName() + ".trace";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Trace trace = (Trace) request.getAttribute(ATTRIBUTE);
		if (trace == null) {
			trace = Trace.current();
			request.setAttribute(ATTRIBUTE, trace);
		}
		response.setHeader(HEADER, trace.traceparent());
		try (Scope scope = trace.open()) {
			chain.doFilter(request, response);
		}
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected boolean shouldNotFilterAsyncDispatch() {
		return false;
	}

}
