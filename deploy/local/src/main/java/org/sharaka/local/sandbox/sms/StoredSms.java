package org.sharaka.local.sandbox.sms;

import org.sharaka.local.sandbox.message.Channel;
import org.sharaka.local.sandbox.message.Message.Sms;
import org.sharaka.local.sandbox.message.Message;
import org.sharaka.local.sandbox.message.StoredMessage;

/** A text message. It is small enough to be kept in parsed form. */
record StoredSms(Sms sms) implements StoredMessage {

	@Override
	public Channel channel() {
		return Channel.SMS;
	}

	@Override
	public String to() {
		return this.sms.to();
	}

	@Override
	public int size() {
		return 300 + 2 * this.sms.text().length();
	}

	@Override
	public Message message() {
		return this.sms;
	}

}
