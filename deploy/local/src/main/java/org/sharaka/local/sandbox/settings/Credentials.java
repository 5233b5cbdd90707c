package org.sharaka.local.sandbox.settings;

/** The name and password of a mail client or an SMPP client. */
public record Credentials(String name, String password) {
}
