package org.sharaka.local.sandbox;

import java.util.Map;

import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/** Collects delivery receipts by the id of the message that they report on. */
record ReceiptCollector(Map<String, DeliverSm> receipts) implements MessageReceiverListener {

	@Override
	public void onAcceptDeliverSm(DeliverSm receipt) {
		if (receipt.getOptionalParameter(
				OptionalParameter.Tag.RECEIPTED_MESSAGE_ID) instanceof OptionalParameter.Receipted_message_id id) {
			this.receipts.put(id.getValueAsString(), receipt);
		}
	}

	@Override
	public void onAcceptAlertNotification(AlertNotification alertNotification) {
		throw new UnsupportedOperationException();
	}

	@Override
	public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) {
		throw new UnsupportedOperationException();
	}

}
