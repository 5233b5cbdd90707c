package org.sharaka.local.sandbox;

/** A message as it is kept: small, and read in full only when someone looks at it. */
public interface Stored {

	Channel channel();

	/** One address or phone number. */
	String to();

	/** How much memory it holds, in bytes. */
	int size();

	Message message();

}
