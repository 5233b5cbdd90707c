package org.sharaka.benchmark.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinkFileTest {

	private static final String MAIL = """
			X-Client-Addr: 127.0.0.1
			X-Client-Proto: ESMTP
			X-Helo-Args: localhost
			X-Mail-Args: <notices@sharaka.test>
			X-Rcpt-Args: <%1$s>
			Received: from localhost ([127.0.0.1])
				by smtp-sink (smtp-sink) with ESMTP id 1ee3bb49;
				Sun, 22 Nov 2026 06:28:54 +0000 (UTC)
			From: notices@sharaka.test
			Message-ID: <%2$s>
			Content-Type: multipart/alternative;
				boundary=b

			%3$s

			""";

	@TempDir
	private Path directory;

	@Test
	void countsEmailsMessageIdsAndRecipients() throws IOException {
		Path dump = dump(MAIL.formatted("a@x.test", "1@sharaka.test", "نص"),
				MAIL.formatted("b@x.test", "2@sharaka.test", "نص"), MAIL.formatted("B@x.test", "2@sharaka.test", "نص"));
		SinkFile mails = SinkFile.in(dump);
		assertThat(mails.mails()).isEqualTo(3);
		assertThat(mails.messageIds()).isEqualTo(2);
		assertThat(mails.recipients()).isEqualTo(2);
		assertThat(mails.bytes()).isEqualTo(Files.size(dump));
	}

	@Test
	void findsAnEmailInTheMiddleOfAnother() throws IOException {
		String first = MAIL.formatted("a@x.test", "1@sharaka.test", "the first half of a li");
		String second = MAIL.formatted("b@x.test", "2@sharaka.test", "whole");
		SinkFile mails = SinkFile.in(dump(first.stripTrailing(), second, "ne\n\n"));
		assertThat(mails.messageIds()).isEqualTo(2);
		assertThat(mails.recipients()).isEqualTo(2);
	}

	@Test
	void returnsTheOnlyEmailAsItWasSent() throws IOException {
		String mail = SinkFile.only(dump(MAIL.formatted("a@x.test", "1@sharaka.test", "نص")));
		assertThat(new String(mail.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)).isEqualTo("""
				From: notices@sharaka.test
				Message-ID: <1@sharaka.test>
				Content-Type: multipart/alternative;
					boundary=b

				نص
				""");
	}

	private Path dump(String... pieces) throws IOException {
		return Files.writeString(this.directory.resolve("mail"), String.join("", pieces));
	}

}
