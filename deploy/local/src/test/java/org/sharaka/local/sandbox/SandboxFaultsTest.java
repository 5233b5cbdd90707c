package org.sharaka.local.sandbox;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import org.awaitility.Awaitility;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.SMPPSession;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sharaka.local.sandbox.fault.Fault;
import org.sharaka.local.sandbox.message.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SandboxFaultsTest {

	private static final String PHONE = "+966500000001";

	@AutoClose
	private final SandboxFixture sandbox = new SandboxFixture();

	@ParameterizedTest
	@CsvSource({ "REJECT, 550", "DEFER, 451" })
	void mailServerRejectsOrDefers(Fault.Mode mode, int code) throws Exception {
		this.sandbox.fault(Channel.EMAIL, mode);
		assertThatThrownBy(this::mail).isInstanceOf(SendFailedException.class)
			.cause()
			.isInstanceOf(SendFailedException.class)
			.satisfies(refusal -> assertThat(codeOf((MessagingException) refusal)).isEqualTo(code));
		assertThat(this.sandbox.messages("")).isEmpty();

		this.sandbox.endFault(Channel.EMAIL);
		mail();
		assertThat(this.sandbox.messages("")).hasSize(1);
	}

	private static int codeOf(MessagingException refusal) {
		return ((SMTPAddressFailedException) refusal).getReturnCode();
	}

	@ParameterizedTest
	@CsvSource({ "HANG, 0", "DROP_AFTER_ACCEPT, 1" })
	void mailServerDoesNotAnswer(Fault.Mode mode, int stored) throws Exception {
		this.sandbox.fault(Channel.EMAIL, mode);
		assertThatThrownBy(this::mail).isInstanceOf(MessagingException.class).hasRootCauseInstanceOf(IOException.class);
		assertThat(this.sandbox.messages("")).hasSize(stored);

		this.sandbox.endFault(Channel.EMAIL);
		mail();
		assertThat(this.sandbox.messages("")).hasSize(stored + 1);
	}

	@Test
	void mailServerPortIsClosed() throws Exception {
		this.sandbox.fault(Channel.EMAIL, Fault.Mode.REFUSE_CONNECTION);
		assertThatThrownBy(this::mail).isInstanceOf(MailConnectException.class)
			.hasRootCauseInstanceOf(ConnectException.class);

		this.sandbox.endFault(Channel.EMAIL);
		mail();
		assertThat(this.sandbox.messages("")).hasSize(1);
	}

	@Test
	void affectsTheGivenShareOfMessages() throws Exception {
		HttpResponse<String> answer = this.sandbox.call("PUT", "/faults/EMAIL", "{\"mode\":\"REJECT\",\"rate\":0.5}");
		assertThat(answer.statusCode()).isEqualTo(200);
		int refused = 0;
		for (int i = 0; i < 60; i++) {
			try {
				mail();
			}
			catch (SendFailedException ex) {
				refused++;
			}
		}
		assertThat(refused).isBetween(8, 52);
		assertThat(this.sandbox.messages("?limit=200")).hasSize(60 - refused);
	}

	@ParameterizedTest
	@CsvSource({ "REJECT, 11", "DEFER, 88" })
	void messageCentreRejectsOrDefers(Fault.Mode mode, int status) throws Exception {
		assertThat(SMPPConstant.STAT_ESME_RINVDSTADR).isEqualTo(11);
		assertThat(SMPPConstant.STAT_ESME_RTHROTTLED).isEqualTo(88);
		SMPPSession session = this.sandbox.bind(BindType.BIND_TRX);
		this.sandbox.fault(Channel.SMS, mode);
		assertThatThrownBy(() -> sms(session)).isInstanceOf(NegativeResponseException.class)
			.satisfies(ex -> assertThat(((NegativeResponseException) ex).getCommandStatus()).isEqualTo(status));
		assertThat(this.sandbox.messages("")).isEmpty();

		this.sandbox.endFault(Channel.SMS);
		sms(session);
		assertThat(this.sandbox.messages("")).hasSize(1);
	}

	@Test
	void messageCentreDoesNotAnswer() throws Exception {
		SMPPSession session = this.sandbox.bind(BindType.BIND_TRX);
		this.sandbox.fault(Channel.SMS, Fault.Mode.HANG);
		assertThatThrownBy(() -> sms(session)).isInstanceOf(ResponseTimeoutException.class);
		assertThat(this.sandbox.messages("")).isEmpty();
	}

	@Test
	void messageCentreResetsTheConnectionAfterStoringTheMessage() throws Exception {
		SMPPSession session = this.sandbox.bind(BindType.BIND_TRX);
		this.sandbox.fault(Channel.SMS, Fault.Mode.DROP_AFTER_ACCEPT);
		assertThatThrownBy(() -> sms(session)).isInstanceOfAny(IOException.class, ResponseTimeoutException.class);
		assertThat(this.sandbox.messages("")).hasSize(1);
		Awaitility.await().until(() -> session.getSessionState() == SessionState.CLOSED);
	}

	@Test
	void messageCentrePortIsClosedAndSessionsAreReset() throws Exception {
		SMPPSession session = this.sandbox.bind(BindType.BIND_TRX);
		this.sandbox.fault(Channel.SMS, Fault.Mode.REFUSE_CONNECTION);
		Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> session.getSessionState() == SessionState.CLOSED);
		assertThatThrownBy(() -> this.sandbox.bind(BindType.BIND_TRX)).isInstanceOf(IOException.class);

		this.sandbox.endFault(Channel.SMS);
		sms(this.sandbox.bind(BindType.BIND_TRX));
		assertThat(this.sandbox.messages("")).hasSize(1);
	}

	private void mail() throws MessagingException {
		this.sandbox.mail("chair@charity.test", "تحية", "السلام عليكم");
	}

	private static void sms(SMPPSession session) throws Exception {
		new SmsSubmission(PHONE).ucs2("السلام عليكم").send(session);
	}

}
