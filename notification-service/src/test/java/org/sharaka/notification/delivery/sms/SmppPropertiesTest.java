package org.sharaka.notification.delivery.sms;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SmppPropertiesTest {

	@Test
	void readsEachProvidersOwnVariables() {
		SmppProperties settings = SmppProperties.of("gulf-sms",
				Map.of("SMS_GULF_SMS_HOST", "smpp.gulf.test", "SMS_GULF_SMS_RATE", "30", "SMS_SANDBOX_RATE", "7")::get);
		assertThat(settings.host()).isEqualTo("smpp.gulf.test");
		assertThat(settings.rate()).isEqualTo(30);
		assertThat(settings.port()).isEqualTo(2775);
	}

	@Test
	void startsTheSandboxWithoutAny() {
		assertThat(SmppProperties.of("sandbox", Map.<String, String>of()::get).host()).isEqualTo("localhost");
	}

	@ParameterizedTest
	@CsvSource({ "SMS_X_PORT,0", "SMS_X_PORT,65536", "SMS_X_WINDOW,many", "SMS_X_PASSWORD,longer-than-8" })
	void namesTheVariableThatIsWrong(String variable, String value) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> SmppProperties.of("x", Map.of("SMS_X_HOST", "h", variable, value)::get))
			.withMessageStartingWith(variable);
		assertThatIllegalArgumentException().isThrownBy(() -> SmppProperties.of("x", Map.<String, String>of()::get))
			.withMessage("SMS_X_HOST is not set");
	}

}
