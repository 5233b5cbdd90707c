package org.sharaka.local.sandbox;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jsmpp.bean.BindType;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesResourceTest {

	@AutoClose
	private final SandboxFixture sandbox = new SandboxFixture();

	@Test
	void listsNewestFirstPageByPage() throws Exception {
		for (int i = 0; i < 7; i++) {
			this.sandbox.mail("a" + i + "@charity.test", "الرسالة " + i, "نص");
		}
		List<String> seen = new ArrayList<>();
		String cursor = "";
		while (cursor != null) {
			JsonNode page = this.sandbox.json(this.sandbox.call("GET", "/messages?limit=3&cursor=" + cursor, ""));
			page.get("items").forEach(item -> seen.add(item.get("to").asString().substring(0, 2)));
			cursor = page.get("next").isNull() ? null : page.get("next").asString();
		}
		assertThat(seen).containsExactly("a6", "a5", "a4", "a3", "a2", "a1", "a0");
	}

	@Test
	void filtersByChannelAddressAndText() throws Exception {
		this.sandbox.mail("a@charity.test", "اجتماع الجمعية الأهلية", "نص");
		this.sandbox.mail("aa@charity.test", "Reception", "نص");
		new SmsSubmission("+966500000001").ucs2("الجمعيّة").send(this.sandbox.bind(BindType.BIND_TX));

		assertThat(this.sandbox.messages("?channel=SMS")).hasSize(1);
		assertThat(this.sandbox.messages("?to=a@charity.test")).hasSize(1);
		assertThat(this.sandbox.messages("?to=%2B966500000001")).hasSize(1);
		assertThat(this.sandbox.messages("?to=+966500000001")).hasSize(1);
		assertThat(this.sandbox.messages("?q=" + URLEncoder.encode("الجمعيه", StandardCharsets.UTF_8))).hasSize(2);
		assertThat(this.sandbox.messages("?q=RECEPT")).hasSize(1);
		assertThat(this.sandbox.call("DELETE", "/messages", "").statusCode()).isEqualTo(204);
		assertThat(this.sandbox.messages("")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GET    | /messages?limit=0        |                               | 400 | invalid-input
			GET    | /messages?limit=x        |                               | 400 | invalid-input
			GET    | /messages?channel=FAX    |                               | 400 | invalid-input
			GET    | /messages?cursor=%21     |                               | 400 | invalid-input
			GET    | /messages?too=x          |                               | 400 | invalid-input
			POST   | /messages                | {}                            | 405 | method-not-allowed
			GET    | /nothing                 |                               | 404 | not-found
			PUT    | /faults/FAX              | {"mode":"HANG"}               | 404 | not-found
			PUT    | /faults/SMS              | {"mode":                      | 400 | malformed-json
			PUT    | /faults/SMS              | []                            | 400 | invalid-input
			PUT    | /faults/SMS              | {"mode":"SLEEP"}              | 400 | invalid-input
			PUT    | /faults/SMS              | {"mode":"HANG","rate":1.5}    | 400 | invalid-input
			PUT    | /faults/SMS              | {"mode":"HANG","rate":"1"}    | 400 | invalid-input
			PUT    | /faults/SMS              | {"mode":"HANG","ratio":1}     | 400 | invalid-input
			""")
	void rejectsInvalidRequestsWithAProblem(String method, String path, String body, int status, String problem) {
		HttpResponse<String> answer = this.sandbox.call(method, path, (body != null) ? body : "");
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(this.sandbox.json(answer).get("type").asString()).isEqualTo("urn:sharaka:problem:" + problem);
		assertThat(this.sandbox.json(answer).get("detail").asString()).isNotBlank();
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(this.sandbox.call("GET", "/faults", "").body()).isEqualTo("{}");
	}

}
