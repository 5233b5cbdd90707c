package org.sharaka.local.launcher;

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

import org.sharaka.local.mongodb.Databases;
import org.sharaka.local.mongodb.EmbeddedMongo;
import org.sharaka.local.sandbox.Sandbox;

/** What runs on this machine, in two waves: what the services need, then the services. */
final class Suite {

	private static final int MONGO_HEAP_MEGABYTES = 192;

	private static final int SANDBOX_HEAP_MEGABYTES = 224;

	private static final int PING_SECONDS = 10;

	private final Settings settings;

	private final Jvm jvm;

	Suite(Settings settings) {
		this.settings = settings;
		this.jvm = new Jvm(settings);
	}

	/** Servers that someone else runs answer, or one sentence says which does not. */
	void checkOthers() throws CannotStart {
		if (this.settings.mongodb().isPresent()) {
			try {
				new Databases(this.settings.mongodb().get()).ping();
			}
			catch (MongoException | IllegalArgumentException ex) {
				throw new CannotStart("The MongoDB that MONGODB_URI names does not answer: unset MONGODB_URI to have "
						+ "deploy/up start an embedded one. (" + firstLine(ex) + ")");
			}
		}
		if (this.settings.brokers().isPresent()) {
			pingKafka(this.settings.brokers().get());
		}
	}

	private static void pingKafka(String brokers) throws CannotStart {
		Properties properties = new Properties();
		properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
		try (Admin admin = Admin.create(properties)) {
			admin.describeCluster().nodes().get(PING_SECONDS, TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException | RuntimeException ex) {
			throw new CannotStart("The Kafka that KAFKA_BROKERS names (%s) does not answer: unset KAFKA_BROKERS to "
				.formatted(brokers) + "have deploy/up start one, and set KAFKA_PORT to choose its port.");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static String firstLine(Exception ex) {
		return String.valueOf(ex.getMessage()).lines().findFirst().orElse(ex.getClass().getSimpleName());
	}

	List<Program> foundations() throws IOException, InterruptedException, CannotStart {
		List<Program> programs = new ArrayList<>();
		if (this.settings.brokers().isEmpty()) {
			Kafka kafka = new Kafka(this.settings, this.jvm);
			kafka.format();
			programs.add(kafka.program());
		}
		if (this.settings.mongodb().isEmpty()) {
			programs.add(mongo());
		}
		programs.add(sandbox());
		return programs;
	}

	/** Unpacks what is not unpacked, all at once. */
	List<Program> services() throws IOException, InterruptedException, CannotStart {
		List<Callable<Program>> services = List.of(
				new Service("registry-service", this.settings.registry(), this.settings, this.jvm)::program,
				new Service("meeting-service", this.settings.meeting(), this.settings, this.jvm)::program,
				new Service("notification-service", this.settings.notification(), this.settings, this.jvm)::program);
		List<Program> programs = new ArrayList<>();
		try (ExecutorService unpacking = Executors.newFixedThreadPool(services.size())) {
			for (Future<Program> program : unpacking.invokeAll(services)) {
				programs.add(program.get());
			}
		}
		catch (ExecutionException ex) {
			throw new CannotStart(firstLine((ex.getCause() instanceof Exception cause) ? cause : ex));
		}
		return programs;
	}

	private Program mongo() throws IOException {
		String data = this.settings.data().resolve("mongodb").toString();
		return new Program("mongodb",
				this.jvm.command("mongodb", MONGO_HEAP_MEGABYTES, this.jvm.jar(), "-cp", this.jvm.classPath(),
						EmbeddedMongo.class.getName(), Integer.toString(this.settings.mongo().number()), data),
				Map.of(), () -> answers(this.settings.mongo()));
	}

	private Program sandbox() throws IOException {
		return new Program("sandbox",
				this.jvm.command("sandbox", SANDBOX_HEAP_MEGABYTES, this.jvm.jar(), "-cp", this.jvm.classPath(),
						Sandbox.class.getName()),
				Map.of("SMTP_PORT", Integer.toString(this.settings.smtp().number()), "SMPP_PORT",
						Integer.toString(this.settings.smpp().number()), "SANDBOX_PORT",
						Integer.toString(this.settings.sandbox().number())),
				() -> answers(this.settings.sandbox()));
	}

	private static String answers(Port port) {
		return port.answers() ? "" : "port %d does not answer yet".formatted(port.number());
	}

}
