package org.sharaka.chassis.web.input;

import java.util.List;
import java.util.function.Function;

/**
 * The result of parsing one value: the parsed value, or the reason why it is invalid.
 *
 * @param <T> the type parsed into
 */
public sealed interface Parsed<T> {

	/** The value. */
	record Valid<T>(T value) implements Parsed<T> {
	}

	/** The code of the error and the values for its message. */
	record Invalid<T>(String code, List<Object> args) implements Parsed<T> {
	}

	static <T> Parsed<T> valid(T value) {
		return new Valid<>(value);
	}

	static <T> Parsed<T> invalid(String code, Object... args) {
		return new Invalid<>(code, List.of(args));
	}

	/** Applies the next parser to a valid value; an invalid one stays as it is. */
	default <R> Parsed<R> then(Function<? super T, Parsed<R>> next) {
		return switch (this) {
			case Valid<T>(T value) -> next.apply(value);
			case Invalid<T>(String code, List<Object> args) -> new Invalid<>(code, args);
		};
	}

}
