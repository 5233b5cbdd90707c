package org.sharaka.chassis.testing;

import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.sharaka.chassis.event.CloudEvents;
import org.sharaka.chassis.event.Event;
import org.sharaka.chassis.event.Topics;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * After each {@link ServiceIntegrationTest} class, reads everything that was published on
 * its topics and fails the class if a record breaks its contract: attributes, key, and
 * data against the schema, with no field that the schema lacks. Then stops the service,
 * unless it is shared.
 */
public class PublishedEventContractCheck extends AbstractTestExecutionListener {

	@Override
	public int getOrder() {
		return 10_000;
	}

	@Override
	public void afterTestClass(TestContext context) {
		Class<?> testClass = context.getTestClass();
		ServiceIntegrationTest test = AnnotatedElementUtils.findMergedAnnotation(testClass,
				ServiceIntegrationTest.class);
		if (test == null) {
			return;
		}
		try {
			checkPublished(testClass);
		}
		finally {
			if (!test.shared()) {
				context.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
			}
		}
	}

	private static void checkPublished(Class<?> testClass) {
		Topics topics = new Topics(TestInfrastructure.uniqueName(testClass) + ".");
		List<String> ours = topics.all().stream().filter((topic) -> !topic.inbound()).map(Topics.Topic::name).toList();
		List<String> breaches = new ArrayList<>();
		StrictContracts contracts = new StrictContracts();
		try (PublishedEvents published = new PublishedEvents(TestInfrastructure.kafka(), ours)) {
			for (ConsumerRecord<byte[], byte[]> record : published.records()) {
				try {
					check(record, topics, contracts);
				}
				catch (RuntimeException | AssertionError breach) {
					breaches.add(record.topic() + "@" + record.offset() + ": " + breach.getMessage());
				}
			}
		}
		if (!breaches.isEmpty()) {
			throw new AssertionError(
					breaches.size() + " published event(s) break their contract:\n" + String.join("\n", breaches));
		}
	}

	private static void check(ConsumerRecord<byte[], byte[]> record, Topics topics, StrictContracts contracts) {
		Event event = CloudEvents.read(record);
		if (event.type().equals(Event.TOMBSTONE)) {
			return;
		}
		require(topics.ofType(event.type()).name().equals(record.topic()), "wrong topic for " + event.type());
		require(event.key() != null, "no key");
		require(event.sequence() > 0, "no sequence");
		require(event.subject() != null, "no subject");
		require(record.headers().lastHeader("ce_dataschema") != null, "no dataschema");
		contracts.check(event.type(), event.body());
	}

	private static void require(boolean holds, String otherwise) {
		if (!holds) {
			throw new AssertionError(otherwise);
		}
	}

}
