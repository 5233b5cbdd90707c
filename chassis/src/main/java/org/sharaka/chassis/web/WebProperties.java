package org.sharaka.chassis.web;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Properties of the HTTP interface.
 *
 * @param bodyLimit the largest JSON body
 * @param problemBundles class path names, without {@code _ar.properties}, of the
 * service's own texts; see {@link org.sharaka.chassis.message.Messages}
 * @param idempotency how long keys are remembered
 */
@ConfigurationProperties("sharaka.web")
public record WebProperties(@DefaultValue("1MB") DataSize bodyLimit, @DefaultValue List<String> problemBundles,
		@DefaultValue Idempotency idempotency) {

	/**
	 * How long idempotency keys are remembered.
	 *
	 * @param retention how long a response can be replayed
	 * @param lease how long a command may run before another request may take it over
	 */
	public record Idempotency(@DefaultValue("24h") Duration retention, @DefaultValue("60s") Duration lease) {
	}

}
