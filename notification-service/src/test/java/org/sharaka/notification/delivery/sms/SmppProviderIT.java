package org.sharaka.notification.delivery.sms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.SessionState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.delivery.OutgoingMessage;
import org.sharaka.notification.delivery.Reason;
import org.sharaka.notification.delivery.Receipt;
import org.sharaka.notification.delivery.Receipt.State;
import org.sharaka.notification.delivery.SendResult.Accepted;
import org.sharaka.notification.delivery.SendResult.Deferred;
import org.sharaka.notification.delivery.SendResult.Origin;
import org.sharaka.notification.delivery.SendResult.Rejected;
import org.sharaka.notification.delivery.SendResult.Unknown;
import org.sharaka.notification.delivery.SmsContent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class SmppProviderIT {

	private static final String SHORT = "دعوة إلى لقاء «شراكة» يوم الثلاثاء";

	private static final String LONG = "دعوةٌ إلى لقاء «شراكة من أجل تنمية القطاع غير الربحي» 🌱، الثلاثاء 1/12/2026. "
		.repeat(2);

	private final List<Receipt> receipts = new CopyOnWriteArrayList<>();

	private TestSmsCentre centre;

	private final SmppProvider provider;

	SmppProviderIT() throws IOException {
		this.centre = new TestSmsCentre(0);
		SmppProperties settings = SmppProperties.of("sandbox", Map.of("SMS_SANDBOX_PORT", "" + this.centre.port(),
				"SMS_SANDBOX_TIMEOUT", "PT1S", "SMS_SANDBOX_WINDOW", "2", "SMS_SANDBOX_ENQUIRE_LINK", "PT0.2S")::get);
		this.provider = new SmppProvider(settings, this.receipts::add, InstantSource.system(), new Random(1),
				Duration.ofMillis(20));
	}

	@AfterEach
	void stop() throws IOException {
		this.provider.close();
		this.centre.close();
	}

	private static OutgoingMessage sms(String text) {
		return new OutgoingMessage("018f2f6e-7d2c-7c3a-9b0e-2b7a5b1c0d11", "+966500000001", Language.AR,
				new SmsContent(text));
	}

	@Test
	void carriesArabicInOnePart() {
		assertThat(this.provider.send(sms(SHORT))).isEqualTo(new Accepted(List.of("m1")));
		SubmitSm pdu = this.centre.received.getFirst();
		assertThat(pdu.getShortMessage()).isEqualTo(SHORT.getBytes(StandardCharsets.UTF_16BE));
		assertThat(pdu.getDataCoding()).isEqualTo((byte) 8);
		assertThat(pdu.getEsmClass()).isEqualTo((byte) 0);
		assertThat(pdu.getRegisteredDelivery()).isEqualTo((byte) 1);
		assertThat(pdu.getDestAddress()).isEqualTo("966500000001");
		assertThat(pdu.getSourceAddr()).isEqualTo("Sharaka");
	}

	@Test
	void carriesArabicInPartsToTheByte() {
		assertThat(this.provider.send(sms(LONG))).isEqualTo(new Accepted(List.of("m1", "m2", "m3")));
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		for (SubmitSm pdu : this.centre.received) {
			assertThat(pdu.getEsmClass()).isEqualTo((byte) 0x40);
			joined.write(pdu.getShortMessage(), 6, pdu.getShortMessage().length - 6);
		}
		assertThat(joined.toString(StandardCharsets.UTF_16BE)).isEqualTo(LONG);
	}

	@Test
	void usesTheSameReferenceForEveryTry() {
		this.provider.send(sms(LONG));
		this.provider.send(sms(LONG));
		assertThat(this.centre.received).extracting((pdu) -> pdu.getShortMessage()[3])
			.containsOnly(this.centre.received.getFirst().getShortMessage()[3]);
	}

	@ParameterizedTest
	@CsvSource({ "0x58, throttled, 0x00000058, THROTTLE", "0x14, queue-full, 0x00000014, THROTTLE",
			"0x08, provider-error, 0x00000008, PROVIDER", "0x0A, sender-refused, 0x0000000A, PROVIDER",
			"0x45, submit-failed, 0x00000045, RECIPIENT", "0x40B, provider-specific, 0x0000040B, RECIPIENT" })
	void defersWhatMayWorkLater(String status, String code, String reply, Origin origin) {
		this.centre.next.add(TestSmsCentre.refuse(Integer.decode(status)));
		assertThat(this.provider.send(sms(SHORT))).isEqualTo(new Deferred(new Reason(code, reply), origin));
	}

	@ParameterizedTest
	@CsvSource({ "0x0B, invalid-destination", "0x51, invalid-destination", "0x01, message-refused" })
	void rejectsWhatCannotWork(String status, String code) {
		this.centre.next.add(TestSmsCentre.refuse(Integer.decode(status)));
		assertThat(this.provider.send(sms(SHORT))).isInstanceOfSatisfying(Rejected.class,
				(rejected) -> assertThat(rejected.reason().code()).isEqualTo(code));
	}

	@Test
	void doesNotKnowWhenTheConnectionIsLostBeforeTheResponseAndBindsAgain() {
		this.centre.next.add(TestSmsCentre.drop());
		assertThat(this.provider.send(sms(SHORT))).isEqualTo(new Unknown(Reason.of("no-response")));
		await().until(() -> this.centre.sessions.size() == 2);
		assertThat(this.provider.send(sms(SHORT))).isInstanceOf(Accepted.class);
	}

	@Test
	void doesNotKnowWhenNoResponseComesInTime() {
		CountDownLatch never = new CountDownLatch(1);
		this.centre.next.add((pdu, session) -> {
			waitFor(never);
			return "late";
		});
		assertThat(this.provider.send(sms(SHORT))).isEqualTo(new Unknown(Reason.of("no-response")));
		never.countDown();
	}

	@Test
	void tellsThatAMessageWithALostMiddleCannotHaveBeenRead() {
		this.centre.next.addAll(List.of((pdu, session) -> "a", TestSmsCentre.drop()));
		assertThat(this.provider.send(sms(LONG)))
			.isEqualTo(new Deferred(Reason.of("partly-accepted"), Origin.PROVIDER));
		assertThat(this.centre.received).hasSize(2);
	}

	@Test
	void doesNotKnowWhenTheLastPartIsLost() {
		this.centre.next.addAll(List.of((pdu, session) -> "a", (pdu, session) -> "b", TestSmsCentre.drop()));
		assertThat(this.provider.send(sms(LONG))).isEqualTo(new Unknown(Reason.of("no-response")));
	}

	@Test
	void waitsWithALaterPartThatIsThrottled() {
		this.centre.next.addAll(List.of((pdu, session) -> "a", TestSmsCentre.refuse(SMPPConstant.STAT_ESME_RTHROTTLED),
				(pdu, session) -> "b", (pdu, session) -> "c"));
		assertThat(this.provider.send(sms(LONG))).isEqualTo(new Accepted(List.of("a", "b", "c")));
	}

	@Test
	void rejectsWhenALaterPartIsRefusedForGood() {
		this.centre.next
			.addAll(List.of((pdu, session) -> "a", TestSmsCentre.refuse(SMPPConstant.STAT_ESME_RINVDSTADR)));
		assertThat(this.provider.send(sms(LONG))).isEqualTo(new Rejected(new Reason("partly-accepted", "0x0000000B")));
	}

	@Test
	void keepsTheWindow() throws Exception {
		AtomicInteger open = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		CountDownLatch two = new CountDownLatch(2);
		for (int i = 0; i < 12; i++) {
			this.centre.next.add((pdu, session) -> {
				most.accumulateAndGet(open.incrementAndGet(), Math::max);
				two.countDown();
				waitFor(two);
				open.decrementAndGet();
				return "id";
			});
		}
		try (ExecutorService senders = Executors.newFixedThreadPool(6)) {
			for (int i = 0; i < 12; i++) {
				senders.submit(() -> this.provider.send(sms(SHORT)));
			}
		}
		assertThat(this.centre.received).hasSize(12);
		assertThat(most.get()).isEqualTo(2);
	}

	@Test
	void defersWithoutASessionAndComesBackWithTheCentre() throws IOException {
		await().until(() -> !this.centre.sessions.isEmpty());
		int port = this.centre.port();
		this.centre.close();
		await().until(
				() -> this.provider.send(sms(SHORT)).equals(new Deferred(Reason.of("not-bound"), Origin.CONNECTION)));
		this.centre = new TestSmsCentre(port);
		await().until(() -> !this.centre.sessions.isEmpty());
		await().until(() -> this.provider.send(sms(SHORT)) instanceof Accepted);
	}

	@Test
	void keepsAnIdleSessionAliveAndUnbindsAtTheEnd() {
		await().until(() -> !this.centre.sessions.isEmpty());
		var session = this.centre.sessions.getFirst();
		long bound = session.getLastActivityTimestamp();
		await().until(() -> session.getLastActivityTimestamp() > bound + 400);
		this.provider.close();
		await().until(() -> session.getSessionState() == SessionState.CLOSED);
		assertThat(this.centre.sessions).hasSize(1);
	}

	@Test
	void tellsReceiptsInTextAndInTlvs() throws Exception {
		this.provider.send(sms(SHORT));
		this.centre
			.receipt("id:m1 sub:001 dlvrd:001 submit date:2611220600 done date:2611220601 stat:DELIVRD err:000 text:");
		this.centre.receipt("", new OptionalParameter.Receipted_message_id("m2"),
				new OptionalParameter.Message_state((byte) 5));
		this.centre.receipt("ID:m3 STAT:UNDELIV ERR:00B");
		assertThat(this.receipts).containsExactly(new Receipt("sandbox", "m1", State.DELIVERED, null),
				new Receipt("sandbox", "m2", State.UNDELIVERABLE, null),
				new Receipt("sandbox", "m3", State.UNDELIVERABLE, "00B"));
	}

	@Test
	void asksForAReceiptAgainThatCouldNotBeTaken() throws Exception {
		SmppProperties settings = SmppProperties.of("other",
				Map.of("SMS_OTHER_HOST", "localhost", "SMS_OTHER_PORT", "" + this.centre.port())::get);
		await().until(() -> this.centre.sessions.size() == 1);
		try (SmppProvider other = new SmppProvider(settings, (receipt) -> {
			throw new IllegalStateException("database away");
		}, InstantSource.system(), new Random(1), Duration.ofMillis(20))) {
			assertThat(other.send(sms(SHORT))).isInstanceOf(Accepted.class);
			await().until(() -> this.centre.sessions.size() == 2);
			assertThatExceptionOfType(NegativeResponseException.class)
				.isThrownBy(() -> this.centre.receipt("id:m1 stat:DELIVRD"));
		}
	}

	private static void waitFor(CountDownLatch latch) {
		try {
			latch.await(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
