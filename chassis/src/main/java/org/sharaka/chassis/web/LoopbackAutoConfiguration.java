package org.sharaka.chassis.web;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Listens on the loopback address only, unless {@code server.address} (the variable
 * {@code SERVER_ADDRESS}) says otherwise, because callers are not authenticated yet.
 */
@AutoConfiguration
public final class LoopbackAutoConfiguration {

	private static final Logger LOGGER = LoggerFactory.getLogger(LoopbackAutoConfiguration.class);

	@Bean
	WebServerFactoryCustomizer<ConfigurableWebServerFactory> loopbackByDefault(Environment environment) {
		return (server) -> {
			String address = environment.getProperty("server.address", "");
			if (address.isBlank()) {
				server.setAddress(InetAddress.getLoopbackAddress());
			}
			if (address.isBlank() || isLoopback(address)) {
				LOGGER.info("Listening on the loopback address only, because callers are not authenticated yet; "
						+ "SERVER_ADDRESS changes that");
			}
			else {
				LOGGER.warn(
						"Listening on {}, and callers are not authenticated yet: everyone who reaches it may do everything",
						address);
			}
		};
	}

	private static boolean isLoopback(String address) {
		try {
			return InetAddress.getByName(address).isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

}
