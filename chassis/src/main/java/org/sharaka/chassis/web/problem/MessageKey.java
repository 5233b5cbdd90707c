package org.sharaka.chassis.web.problem;

/**
 * An argument of a message that is itself translated.
 *
 * @param key a key of the bundles, such as {@code word.text}
 */
public record MessageKey(String key) {
}
