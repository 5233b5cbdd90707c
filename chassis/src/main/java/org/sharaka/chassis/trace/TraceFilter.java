package org.sharaka.chassis.trace;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request its trace: the caller's, or a new one. The answer says which in
 * {@code traceparent}, so that a caller can name it when asking for help. An error page
 * belongs to the trace of its request.
 */
public final class TraceFilter extends OncePerRequestFilter {

	private static final String HEADER = "traceparent";

	private static final String ATTRIBUTE = TraceFilter.class.getName() + ".trace";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Trace trace = (Trace) request.getAttribute(ATTRIBUTE);
		if (trace == null) {
			trace = Trace.parse(request.getHeader(HEADER)).map(Trace::child).orElseGet(Trace::start);
			request.setAttribute(ATTRIBUTE, trace);
		}
		response.setHeader(HEADER, trace.traceparent());
		try (Trace.Scope scope = trace.open()) {
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
