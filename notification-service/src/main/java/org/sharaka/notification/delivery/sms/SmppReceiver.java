package org.sharaka.notification.delivery.sms;

import java.util.Optional;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.MessageType;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.sharaka.notification.delivery.Receipt;
import org.sharaka.notification.delivery.ReceiptListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what the SMS centre delivers: receipts go to the listener, people's answers are
 * acknowledged and dropped.
 */
final class SmppReceiver implements MessageReceiverListener {

	private static final Logger log = LoggerFactory.getLogger(SmppReceiver.class);

	private final SmppReceipts receipts;

	private final ReceiptListener listener;

	SmppReceiver(SmppReceipts receipts, ReceiptListener listener) {
		this.receipts = receipts;
		this.listener = listener;
	}

	@Override
	public void onAcceptDeliverSm(DeliverSm pdu) throws ProcessRequestException {
		if (!MessageType.SMSC_DEL_RECEIPT.containedIn(pdu.getEsmClass())) {
			return;
		}
		Optional<Receipt> receipt = this.receipts.read(pdu);
		if (receipt.isEmpty()) {
			log.warn("A delivery receipt names no message");
			return;
		}
		try {
			this.listener.received(receipt.get());
		}
		catch (RuntimeException ex) {
			log.error("{} was not taken; the centre is asked to send it again", receipt.get(), ex);
			throw new ProcessRequestException("Receipt not taken", SMPPConstant.STAT_ESME_RX_T_APPN);
		}
	}

	@Override
	public void onAcceptAlertNotification(AlertNotification notification) {
		// a handset is reachable again: the centre tries by itself
	}

	@Override
	public DataSmResult onAcceptDataSm(DataSm pdu, Session source) throws ProcessRequestException {
		throw new ProcessRequestException("data_sm is not served", SMPPConstant.STAT_ESME_RINVCMDID);
	}

}
