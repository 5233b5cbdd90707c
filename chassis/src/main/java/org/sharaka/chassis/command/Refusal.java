package org.sharaka.chassis.command;

import java.util.List;

/**
 * Why a policy of the model forbids a command. Each aggregate has a sealed interface of
 * its own refusals that extends this one.
 */
public interface Refusal {

	/**
	 * Short and stable, such as {@code decision-not-allowed}. Callers over HTTP get it as
	 * the problem type {@code urn:sharaka:problem:<code>}, publishers of events as the
	 * code of the dead letter.
	 */
	String code();

	/**
	 * The values for the text of {@code problem.<code>.detail}; numbers, dates, codes and
	 * ids, nothing that a person wrote.
	 */
	List<Object> arguments();

}
