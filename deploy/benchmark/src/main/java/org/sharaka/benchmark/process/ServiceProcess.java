package org.sharaka.benchmark.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.sharaka.benchmark.run.TimeLimit;
import org.sharaka.local.launcher.suite.Jars;

/** A running service. */
public final class ServiceProcess {

	private static final Duration TIMEOUT = Duration.ofSeconds(120);

	private static final HttpClient HTTP = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	private final ChildProcess child;

	private final String url;

	private ServiceProcess(ChildProcess child, String url) {
		this.child = child;
		this.url = url;
	}

	/**
	 * Starts a service and waits until it is ready.
	 * @param name such as {@code registry-service}
	 * @param settings environment variables
	 */
	public static ServiceProcess start(ChildProcesses children, Path root, String name, Map<String, String> settings,
			TimeLimit limit) throws Exception {
		int port = ChildProcesses.freePort();
		Map<String, String> environment = new HashMap<>(settings);
		environment.put("SERVER_PORT", Integer.toString(port));
		Path jar = Jars.only(root.resolve(name).resolve("target"), name + "-*.jar");
		ChildProcess child = children.start(name, JvmCommand.jar(name, jar), environment);
		ServiceProcess service = new ServiceProcess(child, "http://127.0.0.1:" + port);
		limit.await(name, TIMEOUT, Duration.ofMillis(200), () -> {
			child.requireAlive();
			return service.ready();
		});
		return service;
	}

	private boolean ready() throws InterruptedException {
		try {
			return get("/actuator/health/readiness").statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return HTTP.send(HttpRequest.newBuilder(URI.create(this.url + path)).timeout(Duration.ofSeconds(20)).build(),
				BodyHandlers.ofString());
	}

	/** Returns the current metrics. */
	public PrometheusMetrics metrics() throws IOException, InterruptedException {
		return PrometheusMetrics.parse(get("/actuator/prometheus").body());
	}

	public String url() {
		return this.url;
	}

	public ChildProcess child() {
		return this.child;
	}

}
