package org.sharaka.local.sandbox.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.sharaka.local.sandbox.fault.Faults;
import org.sharaka.local.sandbox.message.MessageStore;

/** The HTTP server of the sandbox: its web page and its resources. */
public final class WebServer implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(WebServer.class);

	private static final String PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; "
			+ "script-src 'unsafe-inline'; connect-src 'self'; img-src data:; frame-src 'self'; base-uri 'none'";

	private final HttpServer server;

	private final Map<String, Map<String, Handler>> handlers = new TreeMap<>();

	private final byte[] page;

	/** Handles one method on one path. */
	public interface Handler {

		void handle(JsonExchange exchange) throws IOException, ProblemException;

	}

	public WebServer(InetSocketAddress address, MessageStore messages, Faults faults) throws IOException {
		this.page = page();
		MessagesResource messagesResource = new MessagesResource(messages);
		FaultsResource faultsResource = new FaultsResource(faults);
		this.handlers.put("/", Map.of("GET", this::showPage));
		this.handlers.put("/messages", Map.of("GET", messagesResource::list, "DELETE", messagesResource::clear));
		this.handlers.put("/events", Map.of("GET", new ChangeEventStream(messages)::stream));
		this.handlers.put("/faults", Map.of("GET", faultsResource::list));
		this.handlers.put("/faults/*", Map.of("PUT", faultsResource::put, "DELETE", faultsResource::delete));
		this.server = HttpServer.create(address, 256);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::serve);
		this.server.start();
	}

	public int port() {
		return this.server.getAddress().getPort();
	}

	private static byte[] page() throws IOException {
		try (InputStream in = WebServer.class.getResourceAsStream("page.html")) {
			if (in == null) {
				throw new IOException("page.html is missing from the class path");
			}
			return in.readAllBytes();
		}
	}

	private void showPage(JsonExchange exchange) throws IOException {
		exchange.header("Content-Security-Policy", PAGE_POLICY);
		exchange.send(200, "text/html", this.page);
	}

	private void serve(HttpExchange http) throws IOException {
		try (http) {
			JsonExchange exchange = new JsonExchange(http);
			try {
				handler(exchange).handle(exchange);
			}
			catch (ProblemException problem) {
				exchange.respond(problem.body().status(), problem.body());
			}
			catch (RuntimeException ex) {
				log.error("{} {} failed", exchange.method(), exchange.path(), ex);
				exchange.respond(500,
						new ProblemException(500, "internal-error", String.valueOf(ex.getMessage())).body());
			}
		}
	}

	private Handler handler(JsonExchange exchange) throws ProblemException {
		String path = exchange.path().startsWith("/faults/") ? "/faults/*" : exchange.path();
		Map<String, Handler> methods = this.handlers.get(path);
		if (methods == null) {
			throw new ProblemException(404, "not-found", "There is no resource %s; the resources are %s"
				.formatted(exchange.path(), String.join(", ", this.handlers.keySet())));
		}
		Handler handler = methods.get(exchange.method().toUpperCase(Locale.ROOT));
		if (handler == null) {
			String[] allowed = methods.keySet().toArray(String[]::new);
			Arrays.sort(allowed);
			exchange.header("Allow", String.join(", ", allowed));
			throw new ProblemException(405, "method-not-allowed",
					"%s supports %s".formatted(exchange.path(), String.join(" and ", allowed)));
		}
		return handler;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
