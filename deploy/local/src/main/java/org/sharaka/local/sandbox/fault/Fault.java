package org.sharaka.local.sandbox.fault;

/**
 * A fault that the sandbox simulates on one channel.
 *
 * @param mode what goes wrong
 * @param rate the share of messages that it affects (for {@link Mode#REFUSE_CONNECTION}:
 * of connections), from 0.0 to 1.0
 */
public record Fault(Mode mode, double rate) {

	/** What goes wrong. */
	public enum Mode {

		/** A permanent rejection: SMTP 550 to RCPT, SMPP ESME_RINVDSTADR. */
		REJECT,
		/** A temporary rejection: SMTP 451 to RCPT, SMPP ESME_RTHROTTLED. */
		DEFER,
		/** The server does not answer until the client gives up; nothing is stored. */
		HANG,
		/** The message is stored, but the connection is reset before the answer. */
		DROP_AFTER_ACCEPT,
		/** New connections are refused and current ones are reset. */
		REFUSE_CONNECTION

	}

	public Fault {
		if (!(rate >= 0 && rate <= 1)) {
			throw new IllegalArgumentException("rate must be between 0.0 and 1.0");
		}
	}

	/** Returns whether all connections are refused, so that the port itself is closed. */
	public boolean closesPort() {
		return this.mode == Mode.REFUSE_CONNECTION && this.rate == 1;
	}

}
