package org.sharaka.local.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.SMPPSession;

/** Builds and sends one submit_sm. */
final class SmsSubmission {

	private static final byte UDHI = 0x40;

	private static final byte UCS2 = 8;

	private final String phone;

	private byte[] header = new byte[0];

	private byte[] octets = new byte[0];

	private byte dataCoding;

	private SMSCDeliveryReceipt receipt = SMSCDeliveryReceipt.DEFAULT;

	SmsSubmission(String phone) {
		this.phone = phone;
	}

	SmsSubmission part(int reference, int total, int number) {
		this.header = new byte[] { 5, 0, 3, (byte) reference, (byte) total, (byte) number };
		return this;
	}

	/** Sets a text in UCS-2. */
	SmsSubmission ucs2(String text) {
		return ucs2(text.getBytes(StandardCharsets.UTF_16BE));
	}

	SmsSubmission ucs2(byte[] given) {
		this.octets = given;
		this.dataCoding = UCS2;
		return this;
	}

	/** Sets a text of characters that have the same code in GSM-7 and ASCII. */
	SmsSubmission gsm7(String text) {
		return gsm7(text.getBytes(StandardCharsets.US_ASCII));
	}

	SmsSubmission gsm7(byte[] given) {
		this.octets = given;
		this.dataCoding = 0;
		return this;
	}

	SmsSubmission withReceipt() {
		this.receipt = SMSCDeliveryReceipt.SUCCESS_FAILURE;
		return this;
	}

	/** Sends the message and returns the id that the message centre gives it. */
	String send(SMPPSession session) throws Exception {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		content.writeBytes(this.header);
		content.writeBytes(this.octets);
		ESMClass esmClass = new ESMClass((this.header.length > 0) ? UDHI : 0);
		return session
			.submitShortMessage("", TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN, "Sharaka",
					TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, this.phone.replace("+", ""), esmClass,
					(byte) 0, (byte) 0, null, null, new RegisteredDelivery(this.receipt), (byte) 0,
					DataCodings.newInstance(this.dataCoding), (byte) 0, content.toByteArray())
			.getMessageId();
	}

}
