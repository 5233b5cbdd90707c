package org.sharaka.local.sandbox.message;

/** The channel on which a message was received. */
public enum Channel {

	EMAIL, SMS

}
