package org.sharaka.notification.delivery.email;

import java.util.List;

import org.sharaka.notification.delivery.Reason;
import org.sharaka.notification.delivery.SendResult;
import org.sharaka.notification.delivery.SendResult.Origin;
import org.sharaka.notification.delivery.email.SmtpConnection.Stage;

/**
 * What a failed exchange means, from the stage that it reached and the reply there (RFC
 * 5321 §4.2, RFC 3463).
 */
final class SmtpSendResults {

	private SmtpSendResults() {
	}

	static SendResult of(Stage stage, SmtpReply reply, String messageId) {
		if (stage == Stage.END && reply.isPositive()) {
			return new SendResult.Accepted(List.of(messageId));
		}
		if (reply.isTemporary()) {
			return new SendResult.Deferred(new Reason(code(stage, "deferred"), reply.toString()), origin(stage, reply));
		}
		if (reply.isPermanent()) {
			return permanent(stage, reply);
		}
		if (stage == Stage.END) {
			return new SendResult.Unknown(new Reason("no-reply", reply.isThere() ? reply.toString() : null));
		}
		return new SendResult.Deferred(Reason.of("connection-lost"), Origin.CONNECTION);
	}

	private static SendResult permanent(Stage stage, SmtpReply reply) {
		if (reply.code() == 530 || reply.code() == 535) {
			// our settings are wrong, not this message
			return new SendResult.Deferred(new Reason("authentication-required", reply.toString()), Origin.CONNECTION);
		}
		return new SendResult.Rejected(new Reason(code(stage, "refused"), reply.toString()));
	}

	private static String code(Stage stage, String verb) {
		return switch (stage) {
			case CONNECT -> "connection-";
			case MAIL -> "sender-";
			case RCPT -> "recipient-";
			case DATA, BODY, END -> "message-";
		} + verb;
	}

	private static Origin origin(Stage stage, SmtpReply reply) {
		boolean recipient = stage == Stage.RCPT;
		return switch (reply.about()) {
			case 1, 2 -> Origin.RECIPIENT;
			case 3, 4, 5 -> Origin.PROVIDER;
			case 7 -> recipient ? Origin.RECIPIENT : Origin.THROTTLE;
			default -> (reply.code() == 421) ? Origin.CONNECTION : recipient ? Origin.RECIPIENT : Origin.PROVIDER;
		};
	}

}
