package org.sharaka.local.sandbox;

/** A name and a password, as a mail client or an SMPP client presents them. */
public record Login(String name, String password) {
}
