package org.sharaka.registry.charity;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for a change, and which asking it is.
 *
 * @param by the system that asked, as the history will tell: {@code /registry-service}
 * for its own HTTP interface (who sat before it is not known until callers sign in), an
 * event's source for what another system published
 * @param id the same when the same command comes again; null if it cannot
 */
public record Command(String by, @Nullable String id) {
}
