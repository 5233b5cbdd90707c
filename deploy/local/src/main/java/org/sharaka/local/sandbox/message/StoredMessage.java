package org.sharaka.local.sandbox.message;

/** A message in its stored form, which is compact and parsed only on demand. */
public interface StoredMessage {

	Channel channel();

	/** The email address or phone number of the recipient. */
	String to();

	/** The approximate memory use in bytes. */
	int size();

	/** Parses the message. */
	Message message();

}
