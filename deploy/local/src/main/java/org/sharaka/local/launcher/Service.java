package org.sharaka.local.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the suite's services. Its jar is unpacked once per build, because the JVM keeps
 * an archive of classes only for plain jars.
 */
final class Service {

	private static final int HEAP_MEGABYTES = 160;

	private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

	private final String name;

	private final Port port;

	private final Settings settings;

	private final Jvm jvm;

	Service(String name, Port port, Settings settings, Jvm jvm) {
		this.name = name;
		this.port = port;
		this.settings = settings;
		this.jvm = jvm;
	}

	Program program() throws IOException, InterruptedException, CannotStart {
		Path jar = unpacked();
		return new Program(this.name, this.jvm.command(this.name, HEAP_MEGABYTES, jar, "-jar", jar.toString()),
				environment(), this::missing);
	}

	private Map<String, String> environment() {
		Map<String, String> environment = new HashMap<>();
		environment.put("SERVER_PORT", Integer.toString(this.port.number()));
		environment.put("KAFKA_BROKERS", this.settings.brokersOrOwn());
		environment.put("MONGODB_URI", this.settings.mongodbOrOwn());
		environment.put("SMTP_PORT", Integer.toString(this.settings.smtp().number()));
		// of the SMS provider named "sandbox", which is the only one unless SMS_PROVIDERS
		// says otherwise
		environment.put("SMS_SANDBOX_PORT", Integer.toString(this.settings.smpp().number()));
		return environment;
	}

	private Path unpacked() throws IOException, InterruptedException, CannotStart {
		Path jar = Jars.only(this.settings.root().resolve(this.name).resolve("target"), this.name + "-*.jar");
		Path directory = this.settings.cache().resolve(this.name);
		Path unpacked = directory.resolve(jar.getFileName());
		FileTime built = Files.getLastModifiedTime(jar);
		Path marker = directory.resolve("built");
		if (Files.exists(marker) && Files.getLastModifiedTime(marker).equals(built)) {
			return unpacked;
		}
		Files.createDirectories(this.settings.cache());
		Path log = this.settings.logs().resolve(this.name + "-unpack.log");
		List<String> command = List.of(Jvm.java(), "-XX:TieredStopAtLevel=1", "-Djarmode=tools", "-jar", jar.toString(),
				"extract", "--force", "--destination", directory.toString());
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		if (process.waitFor() != 0) {
			throw new CannotStart("%s could not be unpacked; %s".formatted(jar, LogTail.of(log)));
		}
		Files.copy(log, marker, StandardCopyOption.REPLACE_EXISTING);
		Files.setLastModifiedTime(marker, built);
		return unpacked;
	}

	private String missing() {
		URI readiness = URI.create(this.settings.url(this.port) + "/actuator/health/readiness");
		try {
			HttpResponse<String> answer = HTTP.send(
					HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(5)).build(),
					HttpResponse.BodyHandlers.ofString());
			return (answer.statusCode() == 200) ? "" : "%s answers %d".formatted(readiness, answer.statusCode());
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
