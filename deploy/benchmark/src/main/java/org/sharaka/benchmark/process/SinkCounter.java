package org.sharaka.benchmark.process;

import java.nio.charset.StandardCharsets;

/**
 * Parses the counter that {@code smtp-sink -c} prints: {@code sess=1 quit=0 mesg=5\r}.
 */
final class SinkCounter {

	private static final byte[] NAME = "mesg=".getBytes(StandardCharsets.US_ASCII);

	private int matched;

	private int number;

	private int messages;

	/** Parses the next bytes of the output, which may end anywhere. */
	void feed(byte[] bytes, int length) {
		for (int i = 0; i < length; i++) {
			feed(bytes[i]);
		}
	}

	private void feed(byte next) {
		if (this.matched < NAME.length) {
			this.matched = (next == NAME[this.matched]) ? this.matched + 1 : (next == NAME[0]) ? 1 : 0;
			this.number = 0;
		}
		else if (next >= '0' && next <= '9') {
			this.number = this.number * 10 + next - '0';
		}
		else {
			this.messages = this.number;
			this.matched = 0;
		}
	}

	/** Returns the last number that was read completely. */
	int messages() {
		return this.messages;
	}

}
