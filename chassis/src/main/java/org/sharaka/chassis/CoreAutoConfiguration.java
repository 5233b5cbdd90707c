package org.sharaka.chassis;

import java.time.Clock;

import org.sharaka.chassis.id.Ids;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The one place that time and ids come from; a test may bring its own. */
@AutoConfiguration
public class CoreAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	@ConditionalOnMissingBean
	Ids ids() {
		return Ids.random();
	}

}
