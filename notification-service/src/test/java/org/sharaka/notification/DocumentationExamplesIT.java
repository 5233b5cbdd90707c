package org.sharaka.notification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.testing.ServiceIntegrationTest;
import org.sharaka.chassis.testing.TestInfrastructure;
import org.sharaka.notification.delivery.sms.Phones;
import org.sharaka.notification.testing.EventPublisher;
import org.sharaka.notification.testing.Events;
import org.sharaka.notification.testing.Http;
import org.sharaka.notification.testing.Mailbox;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What docs/publish-and-subscribe.md tells other teams to do, done as it says. The
 * examples in Java run everywhere; those with kcat and Python where these are installed.
 */
@ServiceIntegrationTest
class DocumentationExamplesIT {

	private static final Path EXAMPLES = Path.of("..", "docs", "examples");

	private static final String CHARITY = UUID.randomUUID().toString();

	private static final Mailbox mailbox = new Mailbox();

	private static final Phones phones = new Phones();

	private static final EventPublisher publisher = new EventPublisher(DocumentationExamplesIT.class);

	private final Http http;

	DocumentationExamplesIT(@LocalServerPort int port) {
		this.http = new Http(port);
	}

	@DynamicPropertySource
	static void outside(DynamicPropertyRegistry registry) {
		registry.add("SMTP_PORT", mailbox::port);
		registry.add("SMS_SANDBOX_PORT", phones::port);
	}

	/**
	 * @param running asked for so that the service, which makes the topics, is there
	 */
	@BeforeAll
	static void registerACharity(@Autowired ApplicationContext running) {
		publisher.publish(Events.registered(CHARITY, "ASSOCIATION", "D", "SA-01", "جمعية واعي", 2).at(Instant.now()));
		publisher
			.publish(Events.contacts(CHARITY, 2, Events.mailContact(UUID.randomUUID().toString(), "w@examples.test")));
	}

	@AfterAll
	static void close() throws Exception {
		publisher.close();
		mailbox.close();
		phones.close();
	}

	@Test
	void announceInJava() throws Exception {
		makesOneNotice((id) -> run(List.of(java(), "-cp", System.getProperty("java.class.path"),
				EXAMPLES.resolve("Announce.java").toString(), TestInfrastructure.kafka(), topic("ministry.events"),
				id)));
	}

	@Test
	void announceWithKcatInBinaryMode() throws Exception {
		assumeInstalled("kcat", "-V");
		makesOneNotice((id) -> run(List.of(EXAMPLES.resolve("announce-binary.sh").toString(), id)));
	}

	@Test
	void announceWithKcatInStructuredModeToOneCharity() throws Exception {
		assumeInstalled("kcat", "-V");
		makesOneNotice((id) -> run(List.of(EXAMPLES.resolve("announce-structured.sh").toString(), id, CHARITY)));
	}

	@Test
	void announceInPython() throws Exception {
		assumeInstalled("python3", "-c", "import confluent_kafka");
		makesOneNotice((id) -> run(List.of("python3", EXAMPLES.resolve("announce.py").toString(),
				TestInfrastructure.kafka(), topic("ministry.events"), id)));
	}

	@Test
	void subscribeInPython() throws Exception {
		assumeInstalled("python3", "-c", "import confluent_kafka");
		assertThat(run(List.of("python3", EXAMPLES.resolve("subscribe.py").toString(), TestInfrastructure.kafka(),
				topic("partnership.charities"))))
			.contains("SA-2026-000123 ASSOCIATION جمعية واعي");
	}

	@Test
	void subscribeWithKcat() throws Exception {
		assumeInstalled("kcat", "-V");
		assertThat(run(List.of(EXAMPLES.resolve("subscribe.sh").toString(), topic("partnership.charities"))))
			.contains("ce_type=org.sharaka.charity.registered.v1", "جمعية واعي");
	}

	private interface Example {

		String publish(String id) throws Exception;

	}

	/** Published twice, as one who is not sure would. */
	private void makesOneNotice(Example example) throws Exception {
		awaitCharityKnown();
		String id = UUID.randomUUID().toString();
		example.publish(id);
		example.publish(id);
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.http.items("/notices?eventId=" + id)).hasSize(1)
				.allSatisfy((notice) -> assertThat(notice.path("status").asString()).isEqualTo("SENT")));
	}

	private void awaitCharityKnown() {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.http.items("/notices?charityId=" + CHARITY)).isNotEmpty());
	}

	private static void assumeInstalled(String... command) throws Exception {
		Assumptions.assumeTrue(isInstalled(command), () -> String.join(" ", command) + " does not run here");
	}

	private static boolean isInstalled(String... command) throws InterruptedException {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException missing) {
			return false;
		}
	}

	private static String run(List<String> command) throws Exception {
		ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
		builder.environment()
			.putAll(Map.of("KAFKA_BROKERS", TestInfrastructure.kafka(), "TOPIC", topic("ministry.events"), "MORE",
					"-e"));
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(output).isTrue();
		assertThat(process.exitValue()).as("%s: %s", Arrays.asList(command), output).isZero();
		return output;
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	private static String topic(String name) {
		return TestInfrastructure.uniqueName(DocumentationExamplesIT.class) + "." + name;
	}

}
