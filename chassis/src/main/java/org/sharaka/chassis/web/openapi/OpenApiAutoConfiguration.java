package org.sharaka.chassis.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.web.WebAutoConfiguration;
import org.sharaka.chassis.web.idempotency.CommandId;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.chassis.web.page.PageRequest;
import org.sharaka.chassis.web.version.IfMatch;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

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

	private static final String NOTE = "Callers are not told apart yet, so the service listens on the loopback"
			+ " address unless SERVER_ADDRESS says otherwise.";

	static {
		SpringDocUtils.getConfig()
			.addRequestWrapperToIgnore(Input.class, IfMatch.class, CommandId.class, CommandContext.class,
					PageRequest.class);
	}

	@Bean
	GlobalOperationCustomizer chassisOperations() {
		return new ChassisOperations();
	}

	@Bean
	GlobalOpenApiCustomizer chassisComponents() {
		return (openApi) -> {
			if (openApi.getComponents() == null) {
				openApi.setComponents(new Components());
			}
			openApi.getComponents().addSchemas(PROBLEM, problem());
			describe(openApi);
		};
	}

	private static void describe(OpenAPI openApi) {
		if (openApi.getInfo() != null) {
			String description = openApi.getInfo().getDescription();
			openApi.getInfo().setDescription((description != null) ? description + "\n\n" + NOTE : NOTE);
		}
	}

	private static Schema<?> problem() {
		Schema<?> error = new ObjectSchema()
			.addProperty("pointer", new StringSchema().description("JSON pointer, or ?name for a query parameter"))
			.addProperty("code", new StringSchema())
			.addProperty("message", new StringSchema().description("In the language of Accept-Language"));
		return new ObjectSchema().description("Problem details (RFC 9457)")
			.addProperty("type", new StringSchema().format("uri").example("urn:sharaka:problem:invalid-input"))
			.addProperty("title", new StringSchema())
			.addProperty("status", new IntegerSchema())
			.addProperty("detail", new StringSchema())
			.addProperty("instance", new StringSchema().format("uri"))
			.addProperty("traceId", new StringSchema())
			.addProperty("errors", new ArraySchema().items(error));
	}

}
