package org.sharaka.chassis.web.page;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the list's order
 * @param next the cursor of the next page; null (and written as null) on the last page
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<T> items, @Schema(types = {
		"string", "null" }, requiredMode = Schema.RequiredMode.REQUIRED,
		description = "The cursor of the next page; null on the last page.") @Nullable String next){

	public Page {
		items = List.copyOf(items);
	}

	/**
	 * @param fetched up to {@link PageRequest#fetch()} items from the cursor on
	 * @param cursorOf the position of this item
	 */
	public static <T> Page<T> of(List<T> fetched, PageRequest request, Function<? super T, Cursor> cursorOf) {
		if (fetched.size() <= request.limit()) {
			return new Page<>(fetched, null);
		}
		List<T> items = fetched.subList(0, request.limit());
		return new Page<>(items, cursorOf.apply(items.getLast()).encode());
	}

	/** The same page with each item mapped. */
	public <R> Page<R> map(Function<? super T, ? extends R> form) {
		return new Page<>(this.items.stream().<R>map(form).toList(), this.next);
	}

}
