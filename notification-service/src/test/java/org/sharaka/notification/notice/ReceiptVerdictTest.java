package org.sharaka.notification.notice;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sharaka.notification.delivery.Receipt.State;
import org.sharaka.notification.notice.ReceiptBook.Part;
import org.sharaka.notification.notice.ReceiptBook.PartId;

import static org.assertj.core.api.Assertions.assertThat;

class ReceiptVerdictTest {

	private static Part part(@Nullable State state) {
		return new Part(new PartId("sandbox", "id"), "notice", 1, List.of(), state);
	}

	@Test
	void deliveredWhenAllPartsAre() {
		assertThat(SettleReceipts.verdict(List.of(part(State.DELIVERED), part(State.DELIVERED)), 2))
			.isEqualTo(State.DELIVERED);
		assertThat(SettleReceipts.verdict(List.of(part(State.DELIVERED), part(null)), 2)).isEqualTo(State.EN_ROUTE);
		assertThat(SettleReceipts.verdict(List.of(part(State.DELIVERED)), 2)).isEqualTo(State.EN_ROUTE);
	}

	@Test
	void lostWhenOnePartIs() {
		assertThat(SettleReceipts.verdict(List.of(part(State.DELIVERED), part(State.EXPIRED)), 2))
			.isEqualTo(State.EXPIRED);
		assertThat(SettleReceipts.verdict(List.of(part(State.UNDELIVERABLE)), 2)).isEqualTo(State.UNDELIVERABLE);
	}

	@Test
	void nothingIsKnownWithoutReceipts() {
		assertThat(SettleReceipts.verdict(List.of(), 1)).isEqualTo(State.EN_ROUTE);
	}

}
