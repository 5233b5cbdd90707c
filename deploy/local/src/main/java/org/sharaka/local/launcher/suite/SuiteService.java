package org.sharaka.local.launcher.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.sharaka.local.console.LogTail;
import org.sharaka.local.launcher.process.ProcessDefinition;
import org.sharaka.local.launcher.process.StartupException;

/**
 * One of the suite's services. Its jar is unpacked once per build, because class data
 * sharing works with plain jars only.
 */
final class SuiteService {

	private static final int HEAP_MEGABYTES = 160;

	private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

	private final String name;

	private final Port port;

	private final SuiteSettings settings;

	private final JvmCommand jvm;

	SuiteService(String name, Port port, SuiteSettings settings, JvmCommand jvm) {
		this.name = name;
		this.port = port;
		this.settings = settings;
		this.jvm = jvm;
	}

	ProcessDefinition definition() throws IOException, InterruptedException, StartupException {
		Path jar = unpacked();
		return new ProcessDefinition(this.name,
				this.jvm.longRunning(this.name, HEAP_MEGABYTES, jar, "-jar", jar.toString()), environment(),
				this::pendingReason);
	}

	private Map<String, String> environment() {
		Map<String, String> environment = new HashMap<>();
		environment.put("SERVER_PORT", Integer.toString(this.port.number()));
		environment.put("KAFKA_BROKERS", this.settings.brokers());
		environment.put("MONGODB_URI", this.settings.mongodbUri());
		environment.put("SMTP_PORT", Integer.toString(this.settings.smtp().number()));
		// for the SMS provider "sandbox", the only one unless SMS_PROVIDERS is set
		environment.put("SMS_SANDBOX_PORT", Integer.toString(this.settings.smpp().number()));
		return environment;
	}

	private Path unpacked() throws IOException, InterruptedException, StartupException {
		Path jar = Jars.only(this.settings.root().resolve(this.name).resolve("target"), this.name + "-*.jar");
		Path directory = this.settings.cache().resolve(this.name);
		Path unpacked = directory.resolve(jar.getFileName());
		String content = Jars.fingerprint(jar);
		Path marker = directory.resolve("content");
		if (Files.exists(marker) && Files.readString(marker).equals(content)) {
			return unpacked;
		}
		Files.createDirectories(this.settings.cache());
		Path log = this.settings.logs().resolve(this.name + "-unpack.log");
		List<String> command = List.of(JvmCommand.java(), "-XX:TieredStopAtLevel=1", "-Djarmode=tools", "-jar",
				jar.toString(), "extract", "--force", "--destination", directory.toString());
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		if (process.waitFor() != 0) {
			throw new StartupException("%s could not be unpacked; %s".formatted(jar, LogTail.of(log)));
		}
		Files.writeString(marker, content);
		return unpacked;
	}

	private String pendingReason() {
		URI readiness = URI.create(this.settings.url(this.port) + "/actuator/health/readiness");
		try {
			HttpResponse<String> answer = HTTP.send(
					HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(5)).build(),
					HttpResponse.BodyHandlers.ofString());
			return (answer.statusCode() == 200) ? ""
					: "%s answers with status %d".formatted(readiness, answer.statusCode());
		}
		catch (IOException ex) {
			return "%s does not answer".formatted(readiness);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return "interrupted";
		}
	}

}
