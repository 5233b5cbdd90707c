package org.sharaka.registry.charity;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address for email (RFC 5321): a dot-atom, {@code @}, a domain of at least two
 * labels. An internationalised domain is kept in its ASCII form.
 *
 * @param address at most 254 ASCII characters; the domain in lower case
 */
public record EmailAddress(String address) {

	private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";

	private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

	private static final Pattern ADDRESS = Pattern
		.compile(ATOM + "(\\." + ATOM + ")*@(" + LABEL + "\\.)+" + "[a-z][a-z0-9-]{0,61}[a-z0-9]");

	private static final int MAX_LENGTH = 254;

	private static final int MAX_LOCAL_PART_LENGTH = 64;

	public EmailAddress {
		if (!isValid(address)) {
			throw new IllegalArgumentException("not an email address");
		}
	}

	/** The address that a person wrote. */
	public static Optional<EmailAddress> parse(String text) {
		int at = text.lastIndexOf('@');
		if (at < 1 || text.length() > MAX_LENGTH) {
			return Optional.empty();
		}
		try {
			String domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
			String address = text.substring(0, at) + '@' + domain;
			return isValid(address) ? Optional.of(new EmailAddress(address)) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static boolean isValid(String address) {
		return address.length() <= MAX_LENGTH && address.indexOf('@') <= MAX_LOCAL_PART_LENGTH
				&& ADDRESS.matcher(address).matches();
	}

	/**
	 * Whether mail to both addresses goes to the same mailbox, as far as can be known
	 * without asking its host.
	 */
	boolean isSameMailbox(EmailAddress other) {
		return this.address.equalsIgnoreCase(other.address);
	}

}
