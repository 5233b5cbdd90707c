package org.sharaka.chassis.web.history;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One difference between two versions of a JSON document.
 *
 * @param pointer the JSON pointer (RFC 6901) of the value; "" is the whole document
 * @param from the value before; null if it was absent
 * @param to the value after; null if it is absent
 */
public record JsonChange(String pointer, @Nullable JsonNode from, @Nullable JsonNode to) {
}
