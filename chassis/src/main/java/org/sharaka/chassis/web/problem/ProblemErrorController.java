package org.sharaka.chassis.web.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers failures outside the controllers, in a filter or in the container, with the
 * same problem documents.
 */
@RestController
@Hidden
public final class ProblemErrorController implements ErrorController {

	private final ProblemAdvice advice;

	public ProblemErrorController(ProblemAdvice advice) {
		this.advice = advice;
	}

	@RequestMapping("${spring.web.error.path:/error}")
	ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
		Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		// a caller may also request the path of this controller, which is then not found
		int code = (status instanceof Integer value) ? value : 404;
		return this.advice
			.answer(MvcProblems.ofStatus(code, (path != null) ? path.toString() : request.getRequestURI()), request);
	}

}
