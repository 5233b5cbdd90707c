package org.sharaka.local.sandbox.email;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;

import org.sharaka.local.sandbox.Channel;
import org.sharaka.local.sandbox.CuttableServerSocket;
import org.sharaka.local.sandbox.Fault.Mode;
import org.sharaka.local.sandbox.Faults;
import org.sharaka.local.sandbox.Messages;

/** One email from MAIL to the end of DATA. */
final class MailTransaction implements MessageHandler {

	private final Session session;

	private final Faults faults;

	private final Messages messages;

	private final Clock clock;

	private final List<String> recipients = new ArrayList<>();

	private String sender = "";

	MailTransaction(MessageContext context, Faults faults, Messages messages, Clock clock) {
		this.session = (Session) context;
		this.faults = faults;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public void from(String from) {
		this.sender = from;
	}

	@Override
	public void recipient(String recipient) throws RejectException {
		if (this.faults.strikes(Channel.EMAIL, Mode.REJECT)) {
			throw new RejectException(550, "5.1.1 No such mailbox here");
		}
		if (this.faults.strikes(Channel.EMAIL, Mode.DEFER)) {
			throw new RejectException(451, "4.7.1 Try again later");
		}
		this.recipients.add(recipient);
	}

	@Override
	public String data(InputStream data) throws RejectException, IOException {
		byte[] mime = data.readAllBytes();
		Socket socket = this.session.getSocket();
		if (this.faults.strikes(Channel.EMAIL, Mode.HANG)) {
			awaitEndOf(socket);
			throw new DropConnectionException(421, "4.4.2 The client gave up");
		}
		byte[] deflated = StoredEmail.deflate(mime);
		Instant now = this.clock.instant();
		this.recipients.forEach(to -> this.messages.add(new StoredEmail(this.sender, to, now, deflated)));
		if (this.faults.strikes(Channel.EMAIL, Mode.DROP_AFTER_ACCEPT)) {
			CuttableServerSocket.cut(socket);
			throw new DropConnectionException(421, "4.4.2 Cut");
		}
		return "2.0.0 Accepted";
	}

	private static void awaitEndOf(Socket socket) throws IOException {
		socket.setSoTimeout(0);
		InputStream in = socket.getInputStream();
		byte[] ignored = new byte[512];
		int read = 0;
		while (read != -1) {
			try {
				// what an impatient client still says changes nothing
				read = in.read(ignored);
			}
			catch (SocketException ex) {
				read = -1;
			}
		}
	}

	@Override
	public void done() {
		this.recipients.clear();
	}

}
