package org.sharaka.notification.delivery.sms;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
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
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;

/**
 * An SMS centre that speaks SMPP and does with each submit what the test has queued, else
 * accepts it.
 */
final class TestSmsCentre implements ServerMessageReceiverListener, AutoCloseable {

	/** What to do with one submit. */
	interface Behaviour {

		String accept(SubmitSm pdu, SMPPServerSession session) throws ProcessRequestException;

	}

	private final ServerSocket socket;

	private final SMPPServerSessionListener listener;

	private final AtomicInteger ids = new AtomicInteger();

	/** Whether a submit is taken at all; may block. */
	volatile Predicate<SubmitSm> takes = (pdu) -> true;

	final ConcurrentLinkedDeque<Behaviour> next = new ConcurrentLinkedDeque<>();

	final List<SubmitSm> received = new CopyOnWriteArrayList<>();

	final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();

	TestSmsCentre(int port) throws IOException {
		this.socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
		this.listener = new SMPPServerSessionListener(port, new OneSocket(new ServerSocketConnection(this.socket)));
		this.listener.setMessageReceiverListener(this);
		Thread.ofVirtual().start(this::serve);
	}

	int port() {
		return this.socket.getLocalPort();
	}

	static Behaviour refuse(int status) {
		return (pdu, session) -> {
			throw new ProcessRequestException("by script", status);
		};
	}

	/** Takes the message and closes the connection in place of an answer. */
	static Behaviour drop() {
		return (pdu, session) -> {
			session.close();
			return "lost";
		};
	}

	private void serve() {
		try {
			while (true) {
				SMPPServerSession session = this.listener.accept();
				Thread.ofVirtual().start(() -> bind(session));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private void bind(SMPPServerSession session) {
		try {
			session.waitForBind(2000).accept("centre");
			this.sessions.add(session);
		}
		catch (Exception ex) {
			session.close();
		}
	}

	/** Sends a receipt in the text form of SMPP 3.4 appendix B, or with TLVs. */
	void receipt(String text, OptionalParameter... tlvs) throws Exception {
		this.sessions.getLast()
			.deliverShortMessage("", TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, "966500000001",
					TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN, "Sharaka",
					new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
					(byte) 0, (byte) 0, new RegisteredDelivery(0), new RawDataCoding((byte) 0),
					text.getBytes(java.nio.charset.StandardCharsets.US_ASCII), tlvs);
	}

	@Override
	public SubmitSmResult onAcceptSubmitSm(SubmitSm pdu, SMPPServerSession session) throws ProcessRequestException {
		if (!this.takes.test(pdu)) {
			throw new ProcessRequestException("not taken", SMPPConstant.STAT_ESME_RSYSERR);
		}
		this.received.add(pdu);
		Behaviour behaviour = this.next.pollFirst();
		String id = (behaviour != null) ? behaviour.accept(pdu, session) : "m" + this.ids.incrementAndGet();
		try {
			return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
		}
		catch (org.jsmpp.PDUStringException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
		this.sessions.forEach(SMPPServerSession::close);
	}

	@Override
	public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti pdu, SMPPServerSession session) {
		throw new UnsupportedOperationException();
	}

	@Override
	public QuerySmResult onAcceptQuerySm(QuerySm pdu, SMPPServerSession session) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void onAcceptReplaceSm(ReplaceSm pdu, SMPPServerSession session) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void onAcceptCancelSm(CancelSm pdu, SMPPServerSession session) {
		throw new UnsupportedOperationException();
	}

	@Override
	public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm pdu, SMPPServerSession session) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void onAcceptCancelBroadcastSm(CancelBroadcastSm pdu, SMPPServerSession session) {
		throw new UnsupportedOperationException();
	}

	@Override
	public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm pdu, SMPPServerSession session) {
		throw new UnsupportedOperationException();
	}

	@Override
	public DataSmResult onAcceptDataSm(DataSm pdu, Session session) {
		throw new UnsupportedOperationException();
	}

	/** On loopback, and on a free port: jSMPP's own factory can do neither. */
	private record OneSocket(ServerConnection socket) implements ServerConnectionFactory {

		@Override
		public ServerConnection listen(int port) {
			return this.socket;
		}

		@Override
		public ServerConnection listen(int port, int timeout) {
			return this.socket;
		}

		@Override
		public ServerConnection listen(int port, int timeout, int backlog) {
			return this.socket;
		}

	}

}
