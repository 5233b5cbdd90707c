package org.sharaka.chassis.text;

/**
 * An argument of a message that is itself translated into the message's language.
 *
 * @param key a key of the message bundles, such as {@code word.text}
 */
public record MessageKey(String key) {
}
