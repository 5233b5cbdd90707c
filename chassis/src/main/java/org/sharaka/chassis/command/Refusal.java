package org.sharaka.chassis.command;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Why a policy of the model forbids a command. Each aggregate has a sealed interface of
 * its own refusals that extends this one.
 */
public interface Refusal {

	/**
	 * Short and stable, such as {@code decision-not-allowed}. Callers over HTTP get it as
	 * the problem type {@code urn:sharaka:problem:<code>}, or as the code of the error at
	 * the {@link #pointer}; publishers of events get it as the code of the dead letter.
	 */
	String code();

	/**
	 * The values for the text of {@code problem.<code>.detail}, or of
	 * {@code input.<code>} if there is a {@link #pointer}: numbers, dates, codes and ids,
	 * nothing that a person wrote.
	 */
	List<Object> arguments();

	/**
	 * The part of the caller's input that is at fault, as a JSON pointer such as
	 * {@code /effectiveDate}; null if it is the state that forbids the command.
	 */
	default @Nullable String pointer() {
		return null;
	}

}
