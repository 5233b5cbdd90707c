package org.sharaka.chassis.web.input;

import java.util.List;
import java.util.function.Function;

/**
 * What became of one value: a value that cannot be wrong, or the reason why not.
 *
 * @param <T> the type parsed into
 */
public sealed interface Parsed<T> {

	/** The value. */
	record Good<T>(T value) implements Parsed<T> {
	}

	/** The code of the error and the values for its message. */
	record Bad<T>(String code, List<Object> args) implements Parsed<T> {
	}

	static <T> Parsed<T> good(T value) {
		return new Good<>(value);
	}

	static <T> Parsed<T> bad(String code, Object... args) {
		return new Bad<>(code, List.of(args));
	}

	/** Goes on with a good value; a bad one stays as it is. */
	default <R> Parsed<R> then(Function<? super T, Parsed<R>> next) {
		return switch (this) {
			case Good<T>(T value) -> next.apply(value);
			case Bad<T>(String code, List<Object> args) -> new Bad<>(code, args);
		};
	}

}
