package org.sharaka.local.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.awaitility.Awaitility;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.util.DeliveryReceiptState;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.sharaka.local.sandbox.settings.Credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SmscServerTest {

	private static final String PHONE = "+966500000001";

	private static final int OCTETS_PER_PART = 134;

	@AutoClose
	private final SandboxFixture sandbox = new SandboxFixture();

	@Test
	void decodesArabicInOnePart() throws Exception {
		String text = "تم تسجيل الجمعية، رقم القيد ١٢٣٤";
		new SmsSubmission(PHONE).ucs2(text).send(this.sandbox.bind(BindType.BIND_TRX));

		JsonNode sms = this.sandbox.onlyMessageTo(PHONE);
		assertThat(sms.get("text").asString()).isEqualTo(text);
		assertThat(sms.get("encoding").asString()).isEqualTo("UCS2");
		assertThat(sms.get("parts").asInt()).isEqualTo(1);
		assertThat(sms.get("language").asString()).isEqualTo("ar");
		assertThat(sms.get("channel").asString()).isEqualTo("SMS");
	}

	@Test
	void decodesACharacterSplitBetweenTwoParts() throws Exception {
		// 66 letters, then a character outside the BMP: its surrogates end part 1 and
		// begin part 2
		String text = "م".repeat(66) + "🕌" + "ن".repeat(100) + "🕋";
		byte[] octets = text.getBytes(StandardCharsets.UTF_16BE);
		int total = (octets.length + OCTETS_PER_PART - 1) / OCTETS_PER_PART;
		SMPPSession session = this.sandbox.bind(BindType.BIND_TX);
		for (int number = total; number >= 1; number--) {
			byte[] part = Arrays.copyOfRange(octets, (number - 1) * OCTETS_PER_PART,
					Math.min(octets.length, number * OCTETS_PER_PART));
			new SmsSubmission(PHONE).part(0x2a, total, number).ucs2(part).send(session);
			assertThat(this.sandbox.messagesTo(PHONE)).hasSize((number == 1) ? 1 : 0);
		}

		JsonNode sms = this.sandbox.onlyMessageTo(PHONE);
		assertThat(sms.get("text").asString()).isEqualTo(text);
		assertThat(sms.get("parts").asInt()).isEqualTo(total).isEqualTo(3);
		assertThat(sms.get("missingParts")).isEmpty();
	}

	@Test
	void decodesGsm7WithItsExtensionTable() throws Exception {
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		octets.writeBytes("Meeting at 10:00, 5".getBytes(StandardCharsets.US_ASCII));
		octets.writeBytes(new byte[] { 0x1b, 0x65, ' ', 0x00, ' ', 0x1b, 0x3c, 0x7f, 0x1b, 0x3e, 0x11 });
		new SmsSubmission(PHONE).gsm7(octets.toByteArray()).send(this.sandbox.bind(BindType.BIND_TRX));

		JsonNode sms = this.sandbox.onlyMessageTo(PHONE);
		assertThat(sms.get("text").asString()).isEqualTo("Meeting at 10:00, 5€ @ [à]_");
		assertThat(sms.get("encoding").asString()).isEqualTo("GSM7");
		assertThat(sms.get("language").asString()).isEqualTo("en");
	}

	@Test
	void sendsReceiptsOnlyOnRequest() throws Exception {
		Map<String, DeliverSm> receipts = new ConcurrentHashMap<>();
		SMPPSession session = this.sandbox.bind(BindType.BIND_TRX);
		session.setMessageReceiverListener(new ReceiptCollector(receipts));
		String withoutReceipt = new SmsSubmission(PHONE).gsm7("one").send(session);
		String withReceipt = new SmsSubmission(PHONE).withReceipt().gsm7("two").send(session);

		Awaitility.await().until(() -> receipts.containsKey(withReceipt));
		DeliveryReceipt receipt = receipts.get(withReceipt).getShortMessageAsDeliveryReceipt();
		assertThat(receipt.getFinalStatus()).isEqualTo(DeliveryReceiptState.DELIVRD);
		assertThat(receipts.get(withReceipt).isSmscDeliveryReceipt()).isTrue();
		assertThat(receipts.get(withReceipt).getSourceAddr()).isEqualTo("966500000001");
		assertThat(receipts).doesNotContainKey(withoutReceipt);
	}

	@Test
	void receiptOfATransmitterWaitsForAReceiver() throws Exception {
		SMPPSession transmitter = this.sandbox.bind(BindType.BIND_TX);
		String id = new SmsSubmission(PHONE).withReceipt().gsm7("two").send(transmitter);
		Map<String, DeliverSm> receipts = new ConcurrentHashMap<>();
		SMPPSession receiver = new SMPPSession();
		receiver.setMessageReceiverListener(new ReceiptCollector(receipts));
		this.sandbox.bind(receiver, BindType.BIND_RX, "system", "secret");

		Awaitility.await().until(() -> receipts.containsKey(id));
	}

	@Test
	void requiresTheConfiguredCredentials() throws Exception {
		try (SandboxFixture strict = new SandboxFixture(Optional.empty(),
				Optional.of(new Credentials("suite", "secret")))) {
			assertThatThrownBy(() -> strict.bind(BindType.BIND_TRX, "suite", "wrong"))
				.hasRootCauseInstanceOf(NegativeResponseException.class)
				.rootCause()
				.extracting(cause -> ((NegativeResponseException) cause).getCommandStatus())
				.isEqualTo(SMPPConstant.STAT_ESME_RINVPASWD);
			strict.bind(BindType.BIND_TRX, "suite", "secret");
		}
	}

}
