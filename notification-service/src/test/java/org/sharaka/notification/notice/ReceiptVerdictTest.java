package org.sharaka.notification.notice;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sharaka.notification.delivery.Receipt.State;
import org.sharaka.notification.notice.ReceiptBook.Part;

import static org.assertj.core.api.Assertions.assertThat;

class ReceiptVerdictTest {

	private static Part part(int attempt, int parts, @Nullable State state) {
		return new Part("sandbox", "id", "notice", attempt, parts, state);
	}

	@Test
	void deliveredWhenAllPartsAre() {
		assertThat(SettleReceipts.verdict(List.of(part(1, 2, State.DELIVERED), part(1, 2, State.DELIVERED))))
			.isEqualTo(State.DELIVERED);
		assertThat(SettleReceipts.verdict(List.of(part(1, 2, State.DELIVERED), part(1, 2, null))))
			.isEqualTo(State.EN_ROUTE);
		assertThat(SettleReceipts.verdict(List.of(part(1, 2, State.DELIVERED)))).isEqualTo(State.EN_ROUTE);
	}

	@Test
	void lostWhenOnePartIs() {
		assertThat(SettleReceipts.verdict(List.of(part(1, 2, State.DELIVERED), part(1, 2, State.EXPIRED))))
			.isEqualTo(State.EXPIRED);
	}

	@Test
	void anEarlierAttemptMayStillHaveArrived() {
		assertThat(SettleReceipts.verdict(List.of(part(1, 1, State.DELIVERED), part(2, 1, State.UNDELIVERABLE))))
			.isEqualTo(State.DELIVERED);
		assertThat(SettleReceipts.verdict(List.of(part(1, 1, State.UNDELIVERABLE), part(2, 1, null))))
			.isEqualTo(State.EN_ROUTE);
	}

	@Test
	void nothingIsKnownWithoutReceipts() {
		assertThat(SettleReceipts.verdict(List.of())).isEqualTo(State.EN_ROUTE);
	}

}
