package org.sharaka.chassis.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.info.Info;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.web.WebAutoConfiguration;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.chassis.web.page.PageRequest;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/**
 * OpenAPI at {@code /v3/api-docs}, browsable at {@code /swagger-ui.html} (springdoc's own
 * defaults), with what the chassis adds to every operation.
 */
@AutoConfiguration(after = WebAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class OpenApiAutoConfiguration {

	static final String PROBLEM = "Problem";

	private static final String NOTE = "The service does not authenticate its callers yet, so it listens on the"
			+ " loopback address unless SERVER_ADDRESS says otherwise.";

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Input.class, CommandContext.class, PageRequest.class);
	}

	private final SchemaFiles schemas = new SchemaFiles();

	@Bean
	GlobalOperationCustomizer chassisOperations() {
		return new ChassisOperations(this.schemas);
	}

	@Bean
	GlobalOpenApiCustomizer chassisComponents(@Value("${spring.application.name:Sharaka}") String title) {
		return (openApi) -> {
			if (openApi.getComponents() == null) {
				openApi.setComponents(new Components());
			}
			Components components = openApi.getComponents();
			this.schemas.reference(SchemaFiles.HTTP + "problem");
			this.schemas.components().forEach(components::addSchemas);
			UnusedSchemas.remove(openApi);
			openApi.setInfo(new Info().title(title).version("v1").description(NOTE));
		};
	}

}
