package org.sharaka.local.sandbox.settings;

import java.util.Map;
import java.util.Optional;

/**
 * The sandbox's settings, read from environment variables: {@code SMTP_PORT},
 * {@code SMPP_PORT}, {@code SANDBOX_PORT}, {@code SANDBOX_ADDRESS},
 * {@code SANDBOX_MESSAGES}, {@code SANDBOX_MEGABYTES}, and the credentials that it
 * requires, if any: {@code SANDBOX_SMTP_USERNAME} and {@code _PASSWORD},
 * {@code SANDBOX_SMPP_SYSTEM_ID} and {@code _PASSWORD}.
 *
 * @param address the address to listen on; by default the loopback address
 * @param maxMessages how many messages are kept; the oldest are dropped
 * @param maxBytes how much memory the messages may use
 */
public record SandboxSettings(String address, int smtpPort, int smppPort, int httpPort, Optional<Credentials> smtpLogin,
		Optional<Credentials> smppLogin, int maxMessages, long maxBytes) {

	public static SandboxSettings from(Map<String, String> environment) {
		return new SandboxSettings(environment.getOrDefault("SANDBOX_ADDRESS", "127.0.0.1"),
				number(environment, "SMTP_PORT", 1025), number(environment, "SMPP_PORT", 2775),
				number(environment, "SANDBOX_PORT", 8090),
				credentials(environment, "SANDBOX_SMTP_USERNAME", "SANDBOX_SMTP_PASSWORD"),
				credentials(environment, "SANDBOX_SMPP_SYSTEM_ID", "SANDBOX_SMPP_PASSWORD"),
				number(environment, "SANDBOX_MESSAGES", 50_000),
				number(environment, "SANDBOX_MEGABYTES", 96) * 1024L * 1024L);
	}

	private static int number(Map<String, String> environment, String name, int defaultValue) {
		String value = environment.get(name);
		if (value == null || value.isBlank()) {
			return defaultValue;
		}
		try {
			return Integer.parseInt(value.strip());
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("%s is not a number: %s".formatted(name, value), ex);
		}
	}

	private static Optional<Credentials> credentials(Map<String, String> environment, String name, String password) {
		return Optional.ofNullable(environment.get(name))
			.filter(value -> !value.isBlank())
			.map(value -> new Credentials(value, environment.getOrDefault(password, "")));
	}

}
