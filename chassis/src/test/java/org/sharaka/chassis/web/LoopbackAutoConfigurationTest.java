package org.sharaka.chassis.web;

import java.net.InetAddress;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class LoopbackAutoConfigurationTest {

	@Test
	void unlessTheOperatorSaysSo(CapturedOutput log) {
		assertThat(addressWith(new MockEnvironment())).isEqualTo(InetAddress.getLoopbackAddress());
		assertThat(log).contains("loopback address only");
	}

	@Test
	void anotherAddressIsLeftAloneWithAWarning(CapturedOutput log) {
		assertThat(addressWith(new MockEnvironment().withProperty("server.address", "0.0.0.0"))).isNull();
		assertThat(log).contains("Listening on 0.0.0.0").contains("WARN");
	}

	/** Null is what Spring Boot makes of it, from the same property. */
	private static @Nullable InetAddress addressWith(MockEnvironment environment) {
		TomcatServletWebServerFactory server = new TomcatServletWebServerFactory();
		new LoopbackAutoConfiguration().loopbackByDefault(environment).customize(server);
		return server.getAddress();
	}

}
