package org.sharaka.chassis.web.idempotency;

/** How a request with a key proceeds. */
sealed interface Attempt {

	/** Execute the command; the token is for {@code finish} or {@code release}. */
	record Execute(String token) implements Attempt {
	}

	/** Replay the stored response. */
	record Repeat(StoredAnswer answer) implements Attempt {
	}

	/** Refuse for now, because the first request is still running. */
	record InProgress() implements Attempt {
	}

	/** Refuse, because the key belongs to another request. */
	record KeyReused() implements Attempt {
	}

}
