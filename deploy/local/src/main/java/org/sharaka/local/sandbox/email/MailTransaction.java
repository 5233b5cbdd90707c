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

import org.sharaka.local.sandbox.fault.Fault.Mode;
import org.sharaka.local.sandbox.fault.Faults;
import org.sharaka.local.sandbox.fault.ResettableServerSocket;
import org.sharaka.local.sandbox.message.Channel;
import org.sharaka.local.sandbox.message.MessageStore;

/** One mail transaction (RFC 5321, section 3.3): from MAIL to the end of DATA. */
final class MailTransaction implements MessageHandler {

	private final Session session;

	private final Faults faults;

	private final MessageStore messages;

	private final Clock clock;

	private final List<String> recipients = new ArrayList<>();

	private String sender = "";

	MailTransaction(MessageContext context, Faults faults, MessageStore messages, Clock clock) {
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
		if (this.faults.applies(Channel.EMAIL, Mode.REJECT)) {
			throw new RejectException(550, "5.1.1 No such mailbox here");
		}
		if (this.faults.applies(Channel.EMAIL, Mode.DEFER)) {
			throw new RejectException(451, "4.7.1 Try again later");
		}
		this.recipients.add(recipient);
	}

	@Override
	public String data(InputStream data) throws RejectException, IOException {
		byte[] mime = data.readAllBytes();
		Socket socket = this.session.getSocket();
		if (this.faults.applies(Channel.EMAIL, Mode.HANG)) {
			awaitDisconnect(socket);
			throw new DropConnectionException(421, "4.4.2 The client gave up");
		}
		byte[] deflated = StoredEmail.deflate(mime);
		Instant now = this.clock.instant();
		this.recipients.forEach(to -> this.messages.add(new StoredEmail(this.sender, to, now, deflated)));
		if (this.faults.applies(Channel.EMAIL, Mode.DROP_AFTER_ACCEPT)) {
			ResettableServerSocket.reset(socket);
			throw new DropConnectionException(421, "4.4.2 Connection reset");
		}
		return "2.0.0 Accepted";
	}

	private static void awaitDisconnect(Socket socket) throws IOException {
		socket.setSoTimeout(0);
		InputStream in = socket.getInputStream();
		byte[] ignored = new byte[512];
		int read = 0;
		while (read != -1) {
			try {
				// whatever the client still sends is ignored
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
