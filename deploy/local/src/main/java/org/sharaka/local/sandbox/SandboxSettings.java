package org.sharaka.local.sandbox;

import java.util.Map;
import java.util.Optional;

/**
 * What the sandbox is told by its environment: {@code SMTP_PORT}, {@code SMPP_PORT},
 * {@code SANDBOX_PORT}, {@code SANDBOX_ADDRESS}, {@code SANDBOX_MESSAGES},
 * {@code SANDBOX_MEGABYTES}, and the logins that it insists on, if any:
 * {@code SANDBOX_SMTP_USERNAME} and {@code _PASSWORD}, {@code SANDBOX_SMPP_SYSTEM_ID} and
 * {@code _PASSWORD}.
 *
 * @param address the interface to listen on; the loopback unless told otherwise
 * @param mostMessages how many messages are kept, the newest ones
 * @param mostBytes how much memory they may hold
 */
public record SandboxSettings(String address, int smtpPort, int smppPort, int httpPort, Optional<Login> smtpLogin,
		Optional<Login> smppLogin, int mostMessages, long mostBytes) {

	public static SandboxSettings from(Map<String, String> environment) {
		return new SandboxSettings(environment.getOrDefault("SANDBOX_ADDRESS", "127.0.0.1"),
				number(environment, "SMTP_PORT", 1025), number(environment, "SMPP_PORT", 2775),
				number(environment, "SANDBOX_PORT", 8090),
				login(environment, "SANDBOX_SMTP_USERNAME", "SANDBOX_SMTP_PASSWORD"),
				login(environment, "SANDBOX_SMPP_SYSTEM_ID", "SANDBOX_SMPP_PASSWORD"),
				number(environment, "SANDBOX_MESSAGES", 50_000),
				number(environment, "SANDBOX_MEGABYTES", 96) * 1024L * 1024L);
	}

	private static int number(Map<String, String> environment, String name, int otherwise) {
		String value = environment.get(name);
		if (value == null || value.isBlank()) {
			return otherwise;
		}
		try {
			return Integer.parseInt(value.strip());
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("%s is not a number: %s".formatted(name, value), ex);
		}
	}

	private static Optional<Login> login(Map<String, String> environment, String name, String password) {
		return Optional.ofNullable(environment.get(name))
			.filter(value -> !value.isBlank())
			.map(value -> new Login(value, environment.getOrDefault(password, "")));
	}

}
