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

import org.sharaka.local.sandbox.Channel;
import org.sharaka.local.sandbox.Fault.Mode;
import org.sharaka.local.sandbox.Faults;

/** What the centre does with each request; submit_sm is the only one that it knows. */
final class Submissions implements ServerMessageReceiverListener {

	private final RandomMessageIDGenerator ids = new RandomMessageIDGenerator();

	private final Faults faults;

	private final Handset handset;

	private final Consumer<SMPPServerSession> cut;

	private final Consumer<SMPPServerSession> awaitEnd;

	private final Clock clock;

	Submissions(Faults faults, Handset handset, Consumer<SMPPServerSession> cut, Consumer<SMPPServerSession> awaitEnd,
			Clock clock) {
		this.faults = faults;
		this.handset = handset;
		this.cut = cut;
		this.awaitEnd = awaitEnd;
		this.clock = clock;
	}

	@Override
	public SubmitSmResult onAcceptSubmitSm(SubmitSm submission, SMPPServerSession session)
			throws ProcessRequestException {
		if (this.faults.strikes(Channel.SMS, Mode.REJECT)) {
			throw new ProcessRequestException("No such subscriber", SMPPConstant.STAT_ESME_RINVDSTADR);
		}
		if (this.faults.strikes(Channel.SMS, Mode.DEFER)) {
			throw new ProcessRequestException("Too many messages", SMPPConstant.STAT_ESME_RTHROTTLED);
		}
		if (this.faults.strikes(Channel.SMS, Mode.HANG)) {
			this.awaitEnd.accept(session);
			throw new ProcessRequestException("The client gave up", SMPPConstant.STAT_ESME_RSYSERR);
		}
		this.handset.receive(submission.getSourceAddr(), number(submission), Encoding.of(submission.getDataCoding()),
				Part.of(submission));
		if (this.faults.strikes(Channel.SMS, Mode.DROP_AFTER_ACCEPT)) {
			this.cut.accept(session);
			throw new ProcessRequestException("Cut", SMPPConstant.STAT_ESME_RSYSERR);
		}
		return new Accepted(this.ids.newMessageId(), submission, this.clock.instant());
	}

	/** An international number as E.164 writes it, whether or not it came with a plus. */
	private static String number(SubmitSm submission) {
		String number = submission.getDestAddress();
		boolean international = submission.getDestAddrTon() == TypeOfNumber.INTERNATIONAL.value();
		return (international && !number.startsWith("+")) ? "+" + number : number;
	}

	private static ProcessRequestException unknown() {
		return new ProcessRequestException("The sandbox takes submit_sm only", SMPPConstant.STAT_ESME_RINVCMDID);
	}

	@Override
	public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti submitMulti, SMPPServerSession session)
			throws ProcessRequestException {
		throw unknown();
	}

	@Override
	public QuerySmResult onAcceptQuerySm(QuerySm querySm, SMPPServerSession session) throws ProcessRequestException {
		throw unknown();
	}

	@Override
	public void onAcceptReplaceSm(ReplaceSm replaceSm, SMPPServerSession session) throws ProcessRequestException {
		throw unknown();
	}

	@Override
	public void onAcceptCancelSm(CancelSm cancelSm, SMPPServerSession session) throws ProcessRequestException {
		throw unknown();
	}

	@Override
	public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcastSm, SMPPServerSession session)
			throws ProcessRequestException {
		throw unknown();
	}

	@Override
	public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancelBroadcastSm, SMPPServerSession session)
			throws ProcessRequestException {
		throw unknown();
	}

	@Override
	public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm queryBroadcastSm, SMPPServerSession session)
			throws ProcessRequestException {
		throw unknown();
	}

	@Override
	public DataSmResult onAcceptDataSm(DataSm dataSm, Session session) throws ProcessRequestException {
		throw unknown();
	}

}
