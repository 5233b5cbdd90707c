package org.sharaka.chassis.web.input;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;

import org.sharaka.chassis.web.problem.ProblemException;

/**
 * How large the body of a request may be that is held in memory.
 *
 * @param bytes the largest size that is accepted
 */
public record BodyLimit(int bytes) {

	/**
	 * Reads the whole body.
	 * @throws ProblemException {@code payload-too-large}
	 */
	public byte[] read(HttpServletRequest request) throws IOException {
		if (request.getContentLengthLong() > this.bytes) {
			throw ProblemException.payloadTooLarge(this.bytes);
		}
		byte[] body = request.getInputStream().readNBytes(this.bytes + 1);
		if (body.length > this.bytes) {
			throw ProblemException.payloadTooLarge(this.bytes);
		}
		return body;
	}

}
