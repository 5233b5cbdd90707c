package org.sharaka.local.sandbox;

/** The two ways in which a notice reaches a person. */
public enum Channel {

	EMAIL, SMS

}
