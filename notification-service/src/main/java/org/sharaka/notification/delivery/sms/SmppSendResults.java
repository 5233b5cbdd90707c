package org.sharaka.notification.delivery.sms;

import org.jsmpp.SMPPConstant;
import org.sharaka.notification.delivery.Reason;
import org.sharaka.notification.delivery.SendResult;
import org.sharaka.notification.delivery.SendResult.Deferred;
import org.sharaka.notification.delivery.SendResult.Origin;
import org.sharaka.notification.delivery.SendResult.Rejected;

/**
 * What a negative submit_sm_resp means (SMPP 3.4 §5.1.3).
 */
final class SmppSendResults {

	/** From here to 0x4FF each vendor has its own. */
	private static final int VENDOR = 0x400;

	private SmppSendResults() {
	}

	static SendResult of(int status) {
		return switch (status) {
			case SMPPConstant.STAT_ESME_RTHROTTLED -> deferred("throttled", status, Origin.THROTTLE);
			case SMPPConstant.STAT_ESME_RMSGQFUL -> deferred("queue-full", status, Origin.THROTTLE);
			case SMPPConstant.STAT_ESME_RINVBNDSTS -> deferred("not-bound", status, Origin.CONNECTION);
			case SMPPConstant.STAT_ESME_RSYSERR, SMPPConstant.STAT_ESME_RX_T_APPN, SMPPConstant.STAT_ESME_RUNKNOWNERR ->
				deferred("provider-error", status, Origin.PROVIDER);
			// our account's settings are wrong, not this message
			case SMPPConstant.STAT_ESME_RINVSRCADR, SMPPConstant.STAT_ESME_RINVSRCTON,
					SMPPConstant.STAT_ESME_RINVSRCNPI, SMPPConstant.STAT_ESME_RINVSYSTYP ->
				deferred("sender-refused", status, Origin.PROVIDER);
			case SMPPConstant.STAT_ESME_RSUBMITFAIL -> deferred("submit-failed", status, Origin.RECIPIENT);
			case SMPPConstant.STAT_ESME_RINVDSTADR, SMPPConstant.STAT_ESME_RINVDSTTON,
					SMPPConstant.STAT_ESME_RINVDSTNPI ->
				rejected("invalid-destination", status);
			default -> (status >= VENDOR) ? deferred("provider-specific", status, Origin.RECIPIENT)
					: rejected("message-refused", status);
		};
	}

	/** {@code 0x00000058}. */
	static String reply(int status) {
		return "0x%08X".formatted(status);
	}

	private static SendResult deferred(String code, int status, Origin origin) {
		return new Deferred(new Reason(code, reply(status)), origin);
	}

	private static SendResult rejected(String code, int status) {
		return new Rejected(new Reason(code, reply(status)));
	}

}
