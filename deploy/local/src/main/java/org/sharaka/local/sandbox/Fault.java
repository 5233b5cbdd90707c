package org.sharaka.local.sandbox;

/**
 * How a channel misbehaves, as real providers do.
 *
 * @param mode what happens
 * @param rate the share of messages (of connections for {@link Mode#REFUSE_CONNECTION})
 * that it happens to, 0.0 to 1.0
 */
public record Fault(Mode mode, double rate) {

	/** What a provider does wrong. */
	public enum Mode {

		/** A permanent refusal: SMTP 550 to RCPT, SMPP ESME_RINVDSTADR. */
		REJECT,
		/** Try again later: SMTP 451 to RCPT, SMPP ESME_RTHROTTLED. */
		DEFER,
		/** No answer until the client gives up; the message is not stored. */
		HANG,
		/** The message is stored, then the connection is cut before the answer. */
		DROP_AFTER_ACCEPT,
		/** New connections are refused and the current ones cut. */
		REFUSE_CONNECTION

	}

	public Fault {
		if (!(rate >= 0 && rate <= 1)) {
			throw new IllegalArgumentException("rate must lie between 0.0 and 1.0");
		}
	}

	/** True when nobody gets a connection at all, so that the port itself is closed. */
	public boolean closesPort() {
		return this.mode == Mode.REFUSE_CONNECTION && this.rate == 1;
	}

}
