package org.sharaka.notification.notice.web;

import java.util.Arrays;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.delivery.Providers;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the providers are, as this instance sees them. */
@RestController
@RequestMapping("/api/v1/providers")
@Tag(name = "Providers")
class ProviderController {

	private final Providers providers;

	ProviderController(Providers providers) {
		this.providers = providers;
	}

	/**
	 * @param breaker CLOSED when the provider is well, OPEN while it is left alone,
	 * HALF_OPEN while it is tried again
	 * @param ratePerSecond the limit of this instance: mails, or parts of text messages
	 * @param inFlight sends that run now
	 * @param places how many may run at once
	 */
	record ProviderResponse(String name, Channel channel, String breaker, double ratePerSecond, int inFlight,
			int places) {
	}

	record ProvidersResponse(List<ProviderResponse> items) {
	}

	@GetMapping
	@Operation(summary = "The providers of each channel, the preferred first")
	ProvidersResponse list() {
		return new ProvidersResponse(Arrays.stream(Channel.values())
			.flatMap((channel) -> this.providers.of(channel).stream())
			.map((provider) -> new ProviderResponse(provider.name(), provider.channel(), provider.state().name(),
					provider.rate(), provider.inFlight(), provider.places()))
			.toList());
	}

}
