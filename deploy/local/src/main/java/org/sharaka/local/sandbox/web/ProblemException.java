package org.sharaka.local.sandbox.web;

import java.util.List;

/** An error response with problem details (RFC 9457). */
final class ProblemException extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient Body body;

	ProblemException(int status, String name, String detail, Error... errors) {
		super(detail);
		this.body = new Body("urn:sharaka:problem:" + name, status, detail, List.of(errors));
	}

	/** The body of the response. */
	record Body(String type, int status, String detail, List<Error> errors) {
	}

	/**
	 * One error in the input.
	 *
	 * @param pointer a JSON pointer into the body, or the name of a query parameter
	 */
	record Error(String pointer, String code, String message) {
	}

	static ProblemException invalid(String pointer, String code, String message) {
		return new ProblemException(400, "invalid-input", message, new Error(pointer, code, message));
	}

	Body body() {
		return this.body;
	}

}
