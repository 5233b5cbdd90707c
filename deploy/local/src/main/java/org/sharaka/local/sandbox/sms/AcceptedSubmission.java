package org.sharaka.local.sandbox.sms;

import java.time.Instant;

import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** An accepted submission, with what its delivery receipt needs. */
final class AcceptedSubmission extends SubmitSmResult {

	private final SubmitSm submission;

	private final Instant at;

	AcceptedSubmission(MessageId id, SubmitSm submission, Instant at) {
		super(id, new OptionalParameter[0]);
		this.submission = submission;
		this.at = at;
	}

	SubmitSm submission() {
		return this.submission;
	}

	Instant at() {
		return this.at;
	}

	/**
	 * Returns whether a receipt is to be sent. Every accepted message is delivered, so a
	 * request for a receipt on failure only means none.
	 */
	boolean wantsReceipt() {
		byte registered = this.submission.getRegisteredDelivery();
		return SMSCDeliveryReceipt.SUCCESS_FAILURE.containedIn(registered)
				|| SMSCDeliveryReceipt.SUCCESS.containedIn(registered);
	}

}
