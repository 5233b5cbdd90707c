package org.sharaka.chassis.web.problem;

import java.util.Map;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers what failed outside the controllers, in a filter or in the container, alike.
 */
@RestController
@Hidden
public final class ProblemErrorController implements ErrorController {

	private final ProblemAdvice advice;

	public ProblemErrorController(ProblemAdvice advice) {
		this.advice = advice;
	}

	@RequestMapping("${spring.web.error.path:/error}")
	ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
		Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		// asked for by its own path, it is no error's page but a path like any other
		int code = (status instanceof Integer value) ? value : 404;
		return this.advice
			.answer(MvcProblems.ofStatus(code, (path != null) ? path.toString() : request.getRequestURI()), request);
	}

}
