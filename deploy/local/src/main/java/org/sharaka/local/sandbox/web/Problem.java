package org.sharaka.local.sandbox.web;

import java.util.List;

/** An answer that is no success, as RFC 9457 problem details. */
final class Problem extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient Body body;

	Problem(int status, String name, String detail, Error... errors) {
		super(detail);
		this.body = new Body("urn:sharaka:problem:" + name, status, detail, List.of(errors));
	}

	/** What goes over the wire. */
	record Body(String type, int status, String detail, List<Error> errors) {
	}

	/**
	 * One thing wrong with the input.
	 *
	 * @param pointer a JSON pointer into the body, or the name of a query parameter
	 */
	record Error(String pointer, String code, String message) {
	}

	static Problem invalid(String pointer, String code, String message) {
		return new Problem(400, "invalid-input", message, new Error(pointer, code, message));
	}

	Body body() {
		return this.body;
	}

}
