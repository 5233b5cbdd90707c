package org.sharaka.local.launcher.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.mongodb.MongoException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

import org.sharaka.local.launcher.process.ProcessDefinition;
import org.sharaka.local.launcher.process.StartupException;
import org.sharaka.local.mongodb.EmbeddedMongo;
import org.sharaka.local.mongodb.SuiteDatabases;
import org.sharaka.local.sandbox.Sandbox;

/** The processes of the suite: the infrastructure first, then the services. */
public final class Suite {

	private static final int MONGO_HEAP_MEGABYTES = 192;

	private static final int SANDBOX_HEAP_MEGABYTES = 224;

	private static final int PING_TIMEOUT_SECONDS = 10;

	private final SuiteSettings settings;

	private final JvmCommand jvm;

	public Suite(SuiteSettings settings) {
		this.settings = settings;
		this.jvm = new JvmCommand(settings);
	}

	/**
	 * Checks that the servers named by {@code MONGODB_URI} and {@code KAFKA_BROKERS}
	 * answer.
	 * @throws StartupException if one does not
	 */
	public void checkExternalServers() throws StartupException {
		if (this.settings.externalMongodb().isPresent()) {
			try {
				new SuiteDatabases(this.settings.externalMongodb().get()).ping();
			}
			catch (MongoException | IllegalArgumentException ex) {
				throw new StartupException(
						"The MongoDB that MONGODB_URI names does not answer. Check the URI, or unset MONGODB_URI to "
								+ "use an embedded server. (" + firstLine(ex) + ")");
			}
		}
		if (this.settings.externalBrokers().isPresent()) {
			pingKafka(this.settings.externalBrokers().get());
		}
	}

	private static void pingKafka(String brokers) throws StartupException {
		Properties properties = new Properties();
		properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
		try (Admin admin = Admin.create(properties)) {
			admin.describeCluster().nodes().get(PING_TIMEOUT_SECONDS, TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException | RuntimeException ex) {
			throw new StartupException(
					"The Kafka cluster that KAFKA_BROKERS names (%s) does not answer. Check the address, or unset "
						.formatted(brokers) + "KAFKA_BROKERS to have a broker started on KAFKA_PORT.");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static String firstLine(Exception ex) {
		return String.valueOf(ex.getMessage()).lines().findFirst().orElse(ex.getClass().getSimpleName());
	}

	public List<ProcessDefinition> infrastructure() throws IOException, InterruptedException, StartupException {
		List<ProcessDefinition> programs = new ArrayList<>();
		if (this.settings.externalBrokers().isEmpty()) {
			KafkaBroker kafka = new KafkaBroker(this.settings, this.jvm);
			kafka.format();
			programs.add(kafka.definition());
		}
		if (this.settings.externalMongodb().isEmpty()) {
			programs.add(mongodb());
		}
		programs.add(sandbox());
		return programs;
	}

	/** Returns the services; their jars are unpacked in parallel. */
	public List<ProcessDefinition> services() throws IOException, InterruptedException, StartupException {
		List<Callable<ProcessDefinition>> services = List.of(
				new SuiteService("registry-service", this.settings.registry(), this.settings, this.jvm)::definition,
				new SuiteService("meeting-service", this.settings.meeting(), this.settings, this.jvm)::definition,
				new SuiteService("notification-service", this.settings.notification(), this.settings,
						this.jvm)::definition);
		List<ProcessDefinition> programs = new ArrayList<>();
		try (ExecutorService unpacking = Executors.newFixedThreadPool(services.size())) {
			for (Future<ProcessDefinition> program : unpacking.invokeAll(services)) {
				programs.add(program.get());
			}
		}
		catch (ExecutionException ex) {
			throw new StartupException(firstLine((ex.getCause() instanceof Exception cause) ? cause : ex));
		}
		return programs;
	}

	private ProcessDefinition mongodb() throws IOException {
		String data = this.settings.data().resolve("mongodb").toString();
		return new ProcessDefinition("mongodb",
				this.jvm.longRunning("mongodb", MONGO_HEAP_MEGABYTES, this.jvm.jar(), "-cp", this.jvm.classPath(),
						EmbeddedMongo.class.getName(), Integer.toString(this.settings.mongodb().number()), data),
				Map.of(), () -> pendingReason(this.settings.mongodb()));
	}

	private ProcessDefinition sandbox() throws IOException {
		return new ProcessDefinition("sandbox",
				this.jvm.longRunning("sandbox", SANDBOX_HEAP_MEGABYTES, this.jvm.jar(), "-cp", this.jvm.classPath(),
						Sandbox.class.getName()),
				Map.of("SMTP_PORT", Integer.toString(this.settings.smtp().number()), "SMPP_PORT",
						Integer.toString(this.settings.smpp().number()), "SANDBOX_PORT",
						Integer.toString(this.settings.sandbox().number())),
				() -> pendingReason(this.settings.sandbox()));
	}

	private static String pendingReason(Port port) {
		return port.isListening() ? "" : "port %d does not accept connections yet".formatted(port.number());
	}

}
