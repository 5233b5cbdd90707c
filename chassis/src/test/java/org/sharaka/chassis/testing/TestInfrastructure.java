package org.sharaka.chassis.testing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * The Kafka broker and the MongoDB server of this JVM's tests. Each starts when it is
 * first needed and stops with the JVM.
 */
public final class TestInfrastructure {

	private static final Map<Class<?>, String> names = new ConcurrentHashMap<>();

	private static @Nullable EmbeddedKafkaKraftBroker broker;

	private static @Nullable String mongodb;

	private TestInfrastructure() {
	}

	/** The broker's address. */
	public static synchronized String kafka() {
		if (broker == null) {
			broker = new EmbeddedKafkaKraftBroker(1, 1);
			broker.brokerProperty("auto.create.topics.enable", "false");
			broker.afterPropertiesSet();
		}
		return broker.getBrokersAsString();
	}

	/** The address in {@code MONGODB_URI}, or that of an embedded server. */
	public static synchronized String mongodbUri() {
		if (mongodb == null) {
			mongodb = Optional.ofNullable(System.getenv("MONGODB_URI"))
				.filter((uri) -> !uri.isBlank())
				.orElseGet(() -> new MongoServer(new MemoryBackend()).bindAndGetConnectionString());
		}
		return mongodb;
	}

	/**
	 * The name that databases and topics of a test class start with. It is the same for
	 * each call in this JVM, and for all classes that share a service.
	 */
	public static String uniqueName(Class<?> testClass) {
		ServiceIntegrationTest test = AnnotatedElementUtils.findMergedAnnotation(testClass,
				ServiceIntegrationTest.class);
		return names.computeIfAbsent((test != null && test.shared()) ? ServiceIntegrationTest.class : testClass,
				(name) -> name.getSimpleName() + "-" + UUID.randomUUID().toString().substring(0, 8));
	}

}
