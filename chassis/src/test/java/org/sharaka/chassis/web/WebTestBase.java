package org.sharaka.chassis.web;

import java.util.UUID;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Runs the small service on a real port, with a database of its own. */
@SpringBootTest(classes = WebTestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "sharaka.web.problem-bundles=problems/sample", "spring.main.banner-mode=off" })
public abstract class WebTestBase {

	private static final String DATABASE = "web-test-" + UUID.randomUUID();

	@LocalServerPort
	protected int port;

	@Autowired
	protected WebTestApplication.Books books;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		registry.add("spring.mongodb.uri", Embedded::uri);
		registry.add("sharaka.database", () -> DATABASE);
	}

	@BeforeEach
	void startAfresh() {
		this.books.executions.set(0);
		this.books.beforeAnswer = () -> {
		};
	}

	protected Answer get(String path, String... headers) {
		return Answer.to(this.port, "GET", path, "", headers);
	}

	protected Answer post(String path, String body, String... headers) {
		return Answer.to(this.port, "POST", path, body, headers);
	}

	/** MongoDB of {@code MONGODB_URI}, or one in memory for as long as the tests run. */
	private static final class Embedded {

		private static final MongoServer SERVER = new MongoServer(new MemoryBackend());

		private static String uri() {
			String given = System.getenv("MONGODB_URI");
			return (given != null) ? given : SERVER.bindAndGetConnectionString();
		}

	}

}
