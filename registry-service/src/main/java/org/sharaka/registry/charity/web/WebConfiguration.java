package org.sharaka.registry.charity.web;

import org.sharaka.chassis.message.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

	@Bean
	CharityJsonMapper charityJsonMapper(JsonMapper json, Messages messages) {
		return new CharityJsonMapper(json, messages);
	}

}
