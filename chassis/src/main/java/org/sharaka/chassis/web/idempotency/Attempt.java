package org.sharaka.chassis.web.idempotency;

/** What a request with a key is to do. */
sealed interface Attempt {

	/** Execute the command; the token is for {@code finish} or {@code release}. */
	record Execute(String token) implements Attempt {
	}

	/** Give the first answer again. */
	record Repeat(StoredAnswer answer) implements Attempt {
	}

	/** Wait: the first request is still running. */
	record InProgress() implements Attempt {
	}

	/** Refuse: the key belongs to another request. */
	record KeyReused() implements Attempt {
	}

}
