package org.sharaka.chassis.web.openapi;

import org.junit.jupiter.api.Test;
import org.sharaka.chassis.web.Answer;
import org.sharaka.chassis.web.WebTestBase;

import static org.assertj.core.api.Assertions.assertThat;

/** Every test over HTTP relies on this check, so it must notice what differs. */
class DocumentedResponseCheckTest extends WebTestBase {

	@Test
	void aFieldThatTheSchemaDoesNotKnowIsNoticed() {
		difference("/api/v1/undocumented/field", "'colour' is not defined in the schema");
	}

	@Test
	void aFieldThatIsMissingIsNoticed() {
		difference("/api/v1/undocumented/missing", "'title' not found");
	}

	@Test
	void aStatusThatIsNotDocumentedIsNoticed() {
		difference("/api/v1/undocumented/status", "does not document the status 202");
	}

	@Test
	void aMediaTypeThatIsNotDocumentedIsNoticed() {
		difference("/api/v1/undocumented/type", "does not document text/plain");
	}

	@Test
	void aDocumentedResponseIsLeftAlone() {
		assertThat(get("/api/v1/books/one").status()).isEqualTo(200);
		get("/api/v1/books/two").problem(404, "not-found");
	}

	private void difference(String path, String text) {
		Answer answer = get(path);
		assertThat(answer.status()).isEqualTo(500);
		assertThat(answer.text()).contains(text);
	}

}
