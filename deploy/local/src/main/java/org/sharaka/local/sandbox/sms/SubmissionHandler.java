package org.sharaka.local.sandbox.sms;

import java.time.Clock;
import java.util.function.Consumer;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.RandomMessageIDGenerator;

import org.sharaka.local.sandbox.fault.Fault.Mode;
import org.sharaka.local.sandbox.fault.Faults;
import org.sharaka.local.sandbox.message.Channel;

/** Handles the requests of SMPP clients. Only submit_sm is supported. */
final class SubmissionHandler implements ServerMessageReceiverListener {

	private final RandomMessageIDGenerator ids = new RandomMessageIDGenerator();

	private final Faults faults;

	private final MessageAssembler handset;

	private final Consumer<SMPPServerSession> reset;

	private final Consumer<SMPPServerSession> awaitDisconnect;

	private final Clock clock;

	SubmissionHandler(Faults faults, MessageAssembler handset, Consumer<SMPPServerSession> reset,
			Consumer<SMPPServerSession> awaitDisconnect, Clock clock) {
		this.faults = faults;
		this.handset = handset;
		this.reset = reset;
		this.awaitDisconnect = awaitDisconnect;
		this.clock = clock;
	}

	@Override
	public SubmitSmResult onAcceptSubmitSm(SubmitSm submission, SMPPServerSession session)
			throws ProcessRequestException {
		if (this.faults.applies(Channel.SMS, Mode.REJECT)) {
			throw new ProcessRequestException("No such subscriber", SMPPConstant.STAT_ESME_RINVDSTADR);
		}
		if (this.faults.applies(Channel.SMS, Mode.DEFER)) {
			throw new ProcessRequestException("Too many messages", SMPPConstant.STAT_ESME_RTHROTTLED);
		}
		if (this.faults.applies(Channel.SMS, Mode.HANG)) {
			this.awaitDisconnect.accept(session);
			throw new ProcessRequestException("The client gave up", SMPPConstant.STAT_ESME_RSYSERR);
		}
		this.handset.receive(submission.getSourceAddr(), number(submission), Encoding.of(submission.getDataCoding()),
				MessagePart.of(submission));
		if (this.faults.applies(Channel.SMS, Mode.DROP_AFTER_ACCEPT)) {
			this.reset.accept(session);
			throw new ProcessRequestException("Connection reset", SMPPConstant.STAT_ESME_RSYSERR);
		}
		return new AcceptedSubmission(this.ids.newMessageId(), submission, this.clock.instant());
	}

	/** Returns an international number with its plus sign, as in E.164. */
	private static String number(SubmitSm submission) {
		String number = submission.getDestAddress();
		boolean international = submission.getDestAddrTon() == TypeOfNumber.INTERNATIONAL.value();
		return (international && !number.startsWith("+")) ? "+" + number : number;
	}

	private static ProcessRequestException unsupported() {
		return new ProcessRequestException("The sandbox supports submit_sm only", SMPPConstant.STAT_ESME_RINVCMDID);
	}

	@Override
	public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti submitMulti, SMPPServerSession session)
			throws ProcessRequestException {
		throw unsupported();
	}

	@Override
	public QuerySmResult onAcceptQuerySm(QuerySm querySm, SMPPServerSession session) throws ProcessRequestException {
		throw unsupported();
	}

	@Override
	public void onAcceptReplaceSm(ReplaceSm replaceSm, SMPPServerSession session) throws ProcessRequestException {
		throw unsupported();
	}

	@Override
	public void onAcceptCancelSm(CancelSm cancelSm, SMPPServerSession session) throws ProcessRequestException {
		throw unsupported();
	}

	@Override
	public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcastSm, SMPPServerSession session)
			throws ProcessRequestException {
		throw unsupported();
	}

	@Override
	public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancelBroadcastSm, SMPPServerSession session)
			throws ProcessRequestException {
		throw unsupported();
	}

	@Override
	public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm queryBroadcastSm, SMPPServerSession session)
			throws ProcessRequestException {
		throw unsupported();
	}

	@Override
	public DataSmResult onAcceptDataSm(DataSm dataSm, Session session) throws ProcessRequestException {
		throw unsupported();
	}

}
