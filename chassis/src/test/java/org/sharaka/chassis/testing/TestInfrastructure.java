package org.sharaka.chassis.testing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * The broker and the database of this JVM's tests, each started when first asked for and
 * ended with the JVM.
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
	 * A name for the databases and topics of a test class, the same each time it is asked
	 * for in this JVM.
	 */
	public static String uniqueName(Class<?> testClass) {
		return names.computeIfAbsent(testClass,
				(name) -> name.getSimpleName() + "-" + UUID.randomUUID().toString().substring(0, 8));
	}

}
