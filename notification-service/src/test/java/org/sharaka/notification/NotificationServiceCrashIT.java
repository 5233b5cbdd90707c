package org.sharaka.notification;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.testing.ChildProcess;
import org.sharaka.chassis.testing.TestInfrastructure;
import org.sharaka.notification.delivery.email.ScriptedSmtpServer;
import org.sharaka.notification.delivery.sms.Phones;
import org.sharaka.notification.delivery.sms.Phones.Part;
import org.sharaka.notification.testing.DatabaseLink;
import org.sharaka.notification.testing.EventPublisher;
import org.sharaka.notification.testing.Events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The service runs as a process that is killed, and another process takes over. It sends
 * one message at a time, so that at its death each message but one is either recorded or
 * not begun. {@code ChannelDispatcherConcurrencyIT} covers the same promise quickly,
 * within one process and with a clock that is moved.
 */
@Tag("soak")
class NotificationServiceCrashIT {

	private static final int NOTICES = 10;

	/** The message that is the first process's last. */
	private static final int LAST = 4;

	private static final String NUMBERS = "+96650000050";

	private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (\\S+)$");

	private final List<String> contacts = Stream.generate(() -> UUID.randomUUID().toString()).limit(NOTICES).toList();

	private final String charity = UUID.randomUUID().toString();

	private final DatabaseLink link = new DatabaseLink();

	private final ScriptedSmtpServer mailServer;

	private final Phones phones = new Phones();

	private final EventPublisher publisher = new EventPublisher(NotificationServiceCrashIT.class);

	private final MongoClient client = MongoClients.create(TestInfrastructure.mongodbUri());

	private final MongoCollection<Document> notices = this.client
		.getDatabase(TestInfrastructure.uniqueName(NotificationServiceCrashIT.class))
		.getCollection("notices");

	private final List<AutoCloseable> open;

	/** Message-IDs or phone numbers of what was taken, in order. */
	private final List<String> taken = new CopyOnWriteArrayList<>();

	/** The first process has heard that its last message was taken. */
	private final CountDownLatch heard = new CountDownLatch(1);

	private final CountDownLatch killed = new CountDownLatch(1);

	private volatile boolean greets = true;

	NotificationServiceCrashIT() throws IOException {
		this.mailServer = new ScriptedSmtpServer(new ScriptedSmtpServer.Script() {
			@Override
			public String answer(int connection, String command) {
				return answers(command) ? polite(command) : ScriptedSmtpServer.HANG;
			}
		});
		this.phones.takeIf(this::takes);
		this.open = new ArrayList<>(
				List.of(this.client, this.publisher, this.link, this.mailServer, this.phones::close));
	}

	@AfterEach
	void close() throws Exception {
		this.killed.countDown();
		for (AutoCloseable one : this.open.reversed()) {
			one.close();
		}
	}

	@Test
	void killedAfterAMailWasAcceptedAndBeforeItsUpdate() throws Exception {
		dieAfterTheLast((i) -> Events.mailContact(this.contacts.get(i), "contact" + i + "@dies.test"));
		String messageId = this.taken.get(LAST - 1);
		assertOnlyThisWasSentTwice(new Document("_id", messageId.substring(1, messageId.indexOf('@'))));
	}

	@Test
	void killedAfterATextMessageWasAcceptedAndBeforeItsUpdate() throws Exception {
		dieAfterTheLast((i) -> Events.phoneContact(this.contacts.get(i), NUMBERS + i));
		int contact = Integer.parseInt(this.taken.get(LAST - 1).substring(NUMBERS.length()));
		assertOnlyThisWasSentTwice(new Document("contactId", this.contacts.get(contact)));
	}

	@Test
	void killedAfterItsLeaseAndBeforeAnyMail() {
		this.greets = false;
		ChildProcess first = start(this.link.uri(), "--sharaka.dispatch.lease=5s", "--sharaka.dispatch.reserve=1s");
		tell((i) -> Events.mailContact(this.contacts.get(i), "contact" + i + "@dies.test"));
		awaitNotices(new Document("senderLease", new Document("$exists", true)), NOTICES);
		first.kill();
		this.greets = true;
		start(TestInfrastructure.mongodbUri());
		awaitNotices(new Document("status", "SENT"), NOTICES);
		assertThat(this.taken).hasSize(NOTICES).doesNotHaveDuplicates();
	}

	private void dieAfterTheLast(IntFunction<String> contact) throws InterruptedException {
		ChildProcess first = start(this.link.uri(), "--sharaka.dispatch.lease=15s", "--sharaka.dispatch.reserve=1s");
		tell(contact);
		assertThat(this.heard.await(30, TimeUnit.SECONDS)).as("went on to the next message").isTrue();
		first.kill();
		this.killed.countDown();
		assertThat(this.taken).hasSize(LAST).doesNotHaveDuplicates();
		start(TestInfrastructure.mongodbUri());
		awaitNotices(new Document("status", "SENT"), NOTICES);
	}

	private ChildProcess start(String mongodb, String... settings) {
		List<String> arguments = new ArrayList<>(
				List.of("--MONGODB_URI=" + mongodb, "--KAFKA_BROKERS=" + TestInfrastructure.kafka(),
						"--TOPIC_PREFIX=" + TestInfrastructure.uniqueName(getClass()) + ".",
						"--sharaka.database=" + TestInfrastructure.uniqueName(getClass()), "--server.port=0",
						"--SMTP_PORT=" + this.mailServer.port(), "--SMTP_CONNECTIONS=1",
						"--SMS_SANDBOX_PORT=" + this.phones.port(), "--SMS_SANDBOX_WINDOW=1",
						// the broker would wait for the dead member of the group
						"--spring.cloud.stream.default.group=" + UUID.randomUUID()));
		arguments.addAll(List.of(settings));
		ChildProcess process = ChildProcess.start(NotificationServiceApplication.class.getName(), List.of("-Xmx256m"),
				arguments.toArray(String[]::new));
		this.open.add(process);
		process.awaitLine("Started NotificationServiceApplication");
		return process;
	}

	private void tell(IntFunction<String> contact) {
		this.publisher.publish(
				Events.contacts(this.charity, 1, IntStream.range(0, NOTICES).mapToObj(contact).toArray(String[]::new)));
		this.publisher.publish(Events.registered(this.charity, "ASSOCIATION", "A", "SA-01", "جمعية", 2));
	}

	private void awaitNotices(Document condition, int count) {
		Document filter = new Document("charityId", this.charity);
		filter.putAll(condition);
		await().atMost(Duration.ofSeconds(40))
			.untilAsserted(() -> assertThat(this.notices.countDocuments(filter)).isEqualTo(count));
	}

	private void assertOnlyThisWasSentTwice(Document filter) {
		assertThat(this.taken).hasSize(NOTICES + 1);
		assertThat(Set.copyOf(this.taken)).hasSize(NOTICES);
		assertThat(Collections.frequency(this.taken, this.taken.get(LAST - 1))).isEqualTo(2);
		List<Document> timeline = Objects.requireNonNull(this.notices.find(filter).first())
			.getList("timeline", Document.class);
		assertThat(timeline).extracting((entry) -> entry.getString("status"))
			.containsExactly("CREATED", "SENDING", "SENDING", "SENT");
		assertThat(timeline.get(1).getString("detail")).contains("may have been sent");
	}

	/** Whether the mail server answers. */
	private boolean answers(String command) {
		if (command.equals(".")) {
			Matcher id = MESSAGE_ID.matcher(this.mailServer.mails().getLast());
			take(id.find() ? id.group(1) : "none");
		}
		return (!command.equals("GREETING") || this.greets) && !(command.startsWith("MAIL") && isNextAfterTheLast());
	}

	/** Whether the SMS centre takes a part; if not, it does not answer in time either. */
	private boolean takes(Part part) {
		if (part.number() > 1) {
			return true;
		}
		if (isNextAfterTheLast()) {
			awaitQuietly(this.killed);
			return false;
		}
		take(part.to());
		return true;
	}

	/**
	 * When this returns the message is answered for; if it is the last, the earlier ones
	 * are written and nothing will be any more.
	 */
	private void take(String message) {
		this.taken.add(message);
		if (this.taken.size() == LAST) {
			awaitNotices(new Document("status", "SENT"), LAST - 1);
			this.link.cut();
		}
	}

	/** Who begins another message has heard the answer to the one before. */
	private boolean isNextAfterTheLast() {
		boolean next = this.link.isCut() && this.heard.getCount() > 0;
		if (next) {
			this.heard.countDown();
		}
		return next;
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
