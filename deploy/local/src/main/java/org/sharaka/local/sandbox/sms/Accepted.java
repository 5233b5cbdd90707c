package org.sharaka.local.sandbox.sms;

import java.time.Instant;

import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** A submission that was taken, with what its receipt needs. */
final class Accepted extends SubmitSmResult {

	private final SubmitSm submission;

	private final Instant at;

	Accepted(MessageId id, SubmitSm submission, Instant at) {
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

	/** Everything that is taken is delivered, so a receipt on failure only is none. */
	boolean wantsReceipt() {
		byte registered = this.submission.getRegisteredDelivery();
		return SMSCDeliveryReceipt.SUCCESS_FAILURE.containedIn(registered)
				|| SMSCDeliveryReceipt.SUCCESS.containedIn(registered);
	}

}
