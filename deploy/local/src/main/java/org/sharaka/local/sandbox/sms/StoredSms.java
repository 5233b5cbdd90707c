package org.sharaka.local.sandbox.sms;

import org.sharaka.local.sandbox.Channel;
import org.sharaka.local.sandbox.Message;
import org.sharaka.local.sandbox.Message.Sms;
import org.sharaka.local.sandbox.Stored;

/** A text message; small enough to be kept as it is shown. */
record StoredSms(Sms sms) implements Stored {

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
