package org.sharaka.chassis.web.idempotency;

import org.sharaka.chassis.id.Ids;

/**
 * The identity of one intention of the caller. Take it as a controller method's argument.
 * With an {@code Idempotency-Key} it depends on the key and on all that makes two
 * requests the same, so that a command that is executed again after a crash (its write
 * done, its answer not yet kept) is recognised: a creation takes it as the aggregate's
 * id, a change remembers it in the aggregate. Without a key it is new each time.
 *
 * @param value a UUID
 * @param repeatable whether it came from a key, so that the same one may come again
 */
public record CommandId(String value, boolean repeatable) {

	static CommandId of(RequestFingerprint request) {
		return new CommandId(Ids.derived("command", request.id(), request.request()), true);
	}

	public static CommandId fresh(Ids ids) {
		return new CommandId(ids.newId(), false);
	}

}
