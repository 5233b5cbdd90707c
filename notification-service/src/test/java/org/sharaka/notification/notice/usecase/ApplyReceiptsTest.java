package org.sharaka.notification.notice.usecase;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sharaka.notification.delivery.Receipt.State;
import org.sharaka.notification.notice.DeliveryReceipts.Part;
import org.sharaka.notification.notice.DeliveryReceipts.PartId;

import static org.assertj.core.api.Assertions.assertThat;

class ApplyReceiptsTest {

	private static Part part(@Nullable State state) {
		return new Part(new PartId("sandbox", "id"), "notice", 1, List.of(), state);
	}

	@Test
	void deliveredWhenAllPartsAre() {
		assertThat(ApplyReceipts.verdict(List.of(part(State.DELIVERED), part(State.DELIVERED)), 2))
			.isEqualTo(State.DELIVERED);
		assertThat(ApplyReceipts.verdict(List.of(part(State.DELIVERED), part(null)), 2)).isEqualTo(State.EN_ROUTE);
		assertThat(ApplyReceipts.verdict(List.of(part(State.DELIVERED)), 2)).isEqualTo(State.EN_ROUTE);
	}

	@Test
	void lostWhenOnePartIs() {
		assertThat(ApplyReceipts.verdict(List.of(part(State.DELIVERED), part(State.EXPIRED)), 2))
			.isEqualTo(State.EXPIRED);
		assertThat(ApplyReceipts.verdict(List.of(part(State.UNDELIVERABLE)), 2)).isEqualTo(State.UNDELIVERABLE);
	}

	@Test
	void nothingIsKnownWithoutReceipts() {
		assertThat(ApplyReceipts.verdict(List.of(), 1)).isEqualTo(State.EN_ROUTE);
	}

}
