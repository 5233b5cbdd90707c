package org.sharaka.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class SinkCounterTest {

	private final SinkCounter counter = new SinkCounter();

	@Test
	void returnsTheLastCompleteNumber() {
		feed("sess=1 quit=0 mesg=5\rsess=1 quit=0 mesg=16\rsess=1 quit=1 mesg=1");
		assertThat(this.counter.messages()).isEqualTo(16);
	}

	@Test
	void parsesNumbersThatAreSplitAnywhere() {
		feed("sess=1 quit=0 me");
		feed("sg=12");
		assertThat(this.counter.messages()).isZero();
		feed("3\rsess=");
		assertThat(this.counter.messages()).isEqualTo(123);
	}

	private void feed(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
		this.counter.feed(bytes, bytes.length);
	}

}
