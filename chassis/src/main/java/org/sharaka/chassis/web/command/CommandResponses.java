package org.sharaka.chassis.web.command;

import java.net.URI;
import java.util.function.Function;

import org.sharaka.chassis.command.Aggregate;
import org.sharaka.chassis.command.Outcome;
import org.sharaka.chassis.command.Refusal;
import org.sharaka.chassis.web.problem.ProblemException;
import org.sharaka.chassis.web.version.ETags;
import org.springframework.http.ResponseEntity;

/** Turns the outcome of a command into the answer to the caller. */
public final class CommandResponses {

	private CommandResponses() {
	}

	/**
	 * 200 with the aggregate after the command and its version as the ETag.
	 * @param body the aggregate as callers read it
	 * @throws ProblemException as {@link #state} does
	 */
	public static <A extends Aggregate, B> ResponseEntity<B> ok(Outcome<A, ?> outcome,
			Function<? super A, ? extends B> body) {
		A state = state(outcome);
		return ETags.ok(body.apply(state), state.version());
	}

	/**
	 * 201 with the new aggregate, its version as the ETag and its address
	 * {@code <collection>/<id>}.
	 * @param collection the path of the collection, such as {@code /api/v1/charities}
	 * @throws ProblemException as {@link #state} does
	 */
	public static <A extends Aggregate, B> ResponseEntity<B> created(Outcome<A, ?> outcome, String collection,
			Function<? super A, ? extends B> body) {
		A state = state(outcome);
		return ETags.created(URI.create(collection + "/" + state.id()), body.apply(state), state.version());
	}

	/**
	 * The aggregate after the command.
	 * @throws ProblemException 404 {@code not-found}, or that of {@link #problem}
	 */
	public static <A> A state(Outcome<A, ?> outcome) {
		return switch (outcome) {
			case Outcome.Changed<A, ?> changed -> changed.state();
			case Outcome.Unchanged<A, ?> unchanged -> unchanged.state();
			case Outcome.Refused<A, ?> refused -> throw problem(refused.refusal());
			case Outcome.NotFound<A, ?> notFound -> throw ProblemException.notFound(notFound.id());
		};
	}

	/**
	 * 400 {@code invalid-input} with one error if the refusal points into the caller's
	 * input, otherwise 409 with the refusal's code as the problem type.
	 */
	public static ProblemException problem(Refusal refusal) {
		String pointer = refusal.pointer();
		return (pointer != null) ? ProblemException.invalidInput(pointer, refusal.code(), refusal.arguments().toArray())
				: ProblemException.conflict(refusal.code(), refusal.arguments().toArray());
	}

}
