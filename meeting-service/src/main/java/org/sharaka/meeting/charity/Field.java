package org.sharaka.meeting.charity;

/**
 * A field of work: a section of the classification ICNP/TSO. Only its letter matters
 * here.
 */
public enum Field {

	A, B, C, D, E, F, G, H, I, J, K, L

}
