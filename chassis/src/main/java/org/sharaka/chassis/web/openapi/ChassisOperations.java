package org.sharaka.chassis.web.openapi;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.web.idempotency.CommandId;
import org.sharaka.chassis.web.idempotency.IdempotencyKey;
import org.sharaka.chassis.web.input.FromQuery;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.chassis.web.page.PageRequest;
import org.sharaka.chassis.web.version.IfMatch;
import org.springdoc.core.customizers.GlobalOperationCustomizer;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Documents on each operation what the chassis adds to it: headers, paging, problems. */
final class ChassisOperations implements GlobalOperationCustomizer {

	@Override
	public Operation customize(Operation operation, HandlerMethod method) {
		addHeader(operation, HttpHeaders.ACCEPT_LANGUAGE, "Language of problems: Arabic or English (the default).",
				"ar");
		if (takes(method, IfMatch.class) || (takes(method, CommandContext.class)
				&& !method.getMethod().isAnnotationPresent(PostMapping.class))) {
			addHeader(operation, HttpHeaders.IF_MATCH,
					"The ETag that the caller knows; if the resource has changed since, the answer is 412.", "\"7\"");
		}
		if (method.getMethod().isAnnotationPresent(PostMapping.class) || takes(method, CommandId.class)
				|| takes(method, CommandContext.class)) {
			addHeader(operation, IdempotencyKey.HEADER,
					"Up to 255 visible ASCII characters. The same key and body within 24 hours gets the same answer.",
					"8e03978e-40d5-43dd-bc93-6894a57f9324");
		}
		if (takes(method, PageRequest.class)) {
			addQuery(operation, "limit", "How many items at most.", limit());
			addQuery(operation, "cursor", "The `next` of the page before.", new StringSchema());
		}
		if (operation.getRequestBody() == null && takesBody(method)) {
			operation.setRequestBody(new RequestBody()
				.content(new Content().addMediaType("application/json", new MediaType().schema(new ObjectSchema()))));
		}
		ApiResponses responses = (operation.getResponses() != null) ? operation.getResponses() : new ApiResponses();
		operation.setResponses(responses);
		responses.addApiResponse(ApiResponses.DEFAULT, problem());
		return operation;
	}

	private static Schema<?> limit() {
		IntegerSchema limit = new IntegerSchema();
		limit.setMinimum(BigDecimal.ONE);
		limit.setMaximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT));
		limit.setDefault(PageRequest.DEFAULT_LIMIT);
		return limit;
	}

	private static ApiResponse problem() {
		Schema<?> schema = new Schema<>().$ref("#/components/schemas/" + OpenApiAutoConfiguration.PROBLEM);
		return new ApiResponse().description("Problem details (RFC 9457)")
			.addHeaderObject(HttpHeaders.CONTENT_LANGUAGE, new Header().schema(new StringSchema()))
			.content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
	}

	private static boolean takes(HandlerMethod method, Class<?> type) {
		return Arrays.stream(method.getMethodParameters())
			.anyMatch((parameter) -> parameter.getParameterType() == type);
	}

	private static boolean takesBody(HandlerMethod method) {
		for (MethodParameter parameter : method.getMethodParameters()) {
			if (parameter.getParameterType() == Input.class && !parameter.hasParameterAnnotation(FromQuery.class)) {
				return true;
			}
		}
		return false;
	}

	private static void addHeader(Operation operation, String name, String description, String example) {
		add(operation,
				new Parameter().in("header")
					.name(name)
					.description(description)
					.required(false)
					.schema(new StringSchema())
					.example(example));
	}

	private static void addQuery(Operation operation, String name, String description, Schema<?> schema) {
		add(operation, new Parameter().in("query").name(name).description(description).required(false).schema(schema));
	}

	private static void add(Operation operation, Parameter parameter) {
		List<Parameter> known = (operation.getParameters() != null) ? operation.getParameters() : List.of();
		if (known.stream().noneMatch((other) -> parameter.getName().equals(other.getName()))) {
			operation.addParametersItem(parameter);
		}
	}

}
