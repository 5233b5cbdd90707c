package org.sharaka.chassis.web.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
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
import org.sharaka.chassis.web.idempotency.IdempotencyKey;
import org.sharaka.chassis.web.input.FromQuery;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.chassis.web.page.Cursor;
import org.sharaka.chassis.web.page.Page;
import org.sharaka.chassis.web.page.PageRequest;
import org.sharaka.chassis.web.version.IfMatch;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Documents on each operation the schemas that it names and what the chassis adds to it:
 * headers, paging, problems.
 */
final class ChassisOperations implements GlobalOperationCustomizer {

	private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

	private static final String MERGE_PATCH = "application/merge-patch+json";

	private final SchemaFiles schemas;

	ChassisOperations(SchemaFiles schemas) {
		this.schemas = schemas;
	}

	@Override
	public Operation customize(Operation operation, HandlerMethod method) {
		HttpSchemas named = method.getMethodAnnotation(HttpSchemas.class);
		if (operation.getResponses() == null) {
			operation.setResponses(new ApiResponses());
		}
		if (named != null) {
			documentSchemas(operation, method, named);
		}
		if (takes(method, PageRequest.class)) {
			addQuery(operation, "limit", "The largest number of items.", limit());
			addQuery(operation, "cursor", "The `next` of the previous page.",
					new StringSchema().pattern("^[A-Za-z0-9_-]*$").maxLength(Cursor.MAX_LENGTH));
		}
		if (operation.getParameters() != null) {
			operation.getParameters()
				.stream()
				.filter((parameter) -> "query".equals(parameter.getIn()))
				.forEach((parameter) -> parameter.setAllowEmptyValue(true));
		}
		documentHeaders(operation, method);
		documentProblems(operation, method);
		return operation;
	}

	private void documentSchemas(Operation operation, HandlerMethod method, HttpSchemas named) {
		if (!named.query().isEmpty()) {
			documentQuery(operation, this.schemas.read(SchemaFiles.HTTP + named.query()));
		}
		if (!named.request().isEmpty()) {
			Content content = new Content();
			ObjectNode schema = this.schemas.read(SchemaFiles.HTTP + named.request());
			MediaType body = new MediaType().schema(this.schemas.reference(SchemaFiles.HTTP + named.request()));
			if (!schema.path("examples").isEmpty()) {
				body.setExample(SchemaFiles.value(schema.path("examples").get(0)));
			}
			if (method.hasMethodAnnotation(PatchMapping.class)) {
				content.addMediaType(MERGE_PATCH, body);
			}
			content.addMediaType(JSON, body);
			boolean required = !schema.has("properties") || schema.has("required");
			operation.setRequestBody(new RequestBody().required(required).content(content));
		}
		if (named.response().isEmpty() && named.status() != HttpStatus.OK.value()) {
			ApiResponse derived = operation.getResponses().remove(Integer.toString(HttpStatus.OK.value()));
			if (derived != null) {
				operation.getResponses()
					.addApiResponse(Integer.toString(named.status()), derived.description(reason(named.status())));
			}
		}
		if (!named.response().isEmpty()) {
			operation.getResponses().keySet().removeIf((status) -> status.startsWith("2"));
			Schema<?> schema = this.schemas.reference(SchemaFiles.HTTP + named.response());
			boolean page = resultType(method) == Page.class;
			ApiResponse response = new ApiResponse().description(reason(named.status()))
				.content(new Content().addMediaType(JSON, new MediaType().schema(page ? page(schema) : schema)));
			if (!page) {
				response.addHeaderObject(HttpHeaders.ETAG,
						new Header().description("The version.").schema(new StringSchema()));
			}
			if (named.status() == HttpStatus.CREATED.value()) {
				response.addHeaderObject(HttpHeaders.LOCATION,
						new Header().schema(new StringSchema().format("uri-reference")));
			}
			operation.getResponses().addApiResponse(Integer.toString(named.status()), response);
		}
	}

	private static void documentQuery(Operation operation, ObjectNode query) {
		List<String> required = new ArrayList<>();
		query.path("required").forEach((name) -> required.add(name.stringValue()));
		for (String name : query.path("properties").propertyNames()) {
			JsonNode property = query.path("properties").path(name);
			addQuery(operation, name, property.path("description").stringValue(""), SchemaFiles.model(property));
			operation.getParameters().getLast().setRequired(required.contains(name));
		}
	}

	private static Schema<?> page(Schema<?> item) {
		Schema<?> next = new Schema<>().description("The cursor of the next page; null on the last page.");
		next.addType("string");
		next.addType("null");
		Schema<?> page = new ObjectSchema().addProperty("items", new ArraySchema().items(item))
			.addProperty("next", next);
		page.setRequired(List.of("items", "next"));
		return page;
	}

	private static void documentHeaders(Operation operation, HandlerMethod method) {
		addHeader(operation, HttpHeaders.ACCEPT_LANGUAGE, "The language of problems: Arabic, or else English.",
				new StringSchema());
		if (takesIfMatch(method)) {
			addHeader(operation, HttpHeaders.IF_MATCH,
					"The ETag that the caller knows. If the resource has changed since, the answer is 412.",
					new StringSchema().pattern(IfMatch.PATTERN).example("*"));
		}
		if (takesIdempotencyKey(method)) {
			addHeader(operation, IdempotencyKey.HEADER,
					"Up to 255 visible ASCII characters. The same key and body within 24 hours get the same answer.",
					new StringSchema().pattern(IdempotencyKey.PATTERN));
		}
	}

	private static void documentProblems(Operation operation, HandlerMethod method) {
		boolean takesBody = takesBody(method);
		boolean command = takes(method, CommandContext.class);
		boolean idempotencyKey = takesIdempotencyKey(method);
		addProblem(operation, HttpStatus.BAD_REQUEST, true);
		addProblem(operation, HttpStatus.NOT_FOUND, hasPathVariable(method));
		addProblem(operation, HttpStatus.CONFLICT, command || idempotencyKey);
		addProblem(operation, HttpStatus.PRECONDITION_FAILED, takesIfMatch(method));
		addProblem(operation, HttpStatus.CONTENT_TOO_LARGE, takesBody || idempotencyKey);
		addProblem(operation, HttpStatus.UNSUPPORTED_MEDIA_TYPE, takesBody);
		addProblem(operation, HttpStatus.UNPROCESSABLE_CONTENT, idempotencyKey);
		operation.getResponses().addApiResponse(ApiResponses.DEFAULT, problem("Any other problem"));
	}

	private static void addProblem(Operation operation, HttpStatus status, boolean possible) {
		if (possible) {
			operation.getResponses()
				.addApiResponse(Integer.toString(status.value()), problem(status.getReasonPhrase()));
		}
	}

	private static ApiResponse problem(String description) {
		Schema<?> schema = new Schema<>().$ref("#/components/schemas/" + OpenApiAutoConfiguration.PROBLEM);
		return new ApiResponse().description(description)
			.addHeaderObject(HttpHeaders.CONTENT_LANGUAGE, new Header().schema(new StringSchema()))
			.content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
	}

	private static Schema<?> limit() {
		IntegerSchema limit = new IntegerSchema();
		limit.setMinimum(BigDecimal.ONE);
		limit.setMaximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT));
		limit.setDefault(PageRequest.DEFAULT_LIMIT);
		return limit;
	}

	private static boolean takesIfMatch(HandlerMethod method) {
		return takes(method, CommandContext.class) && hasPathVariable(method);
	}

	private static boolean takesIdempotencyKey(HandlerMethod method) {
		RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
		return method.hasMethodAnnotation(PostMapping.class) || takes(method, CommandContext.class)
				|| (mapping != null && Arrays.asList(mapping.method()).contains(RequestMethod.POST));
	}

	private static boolean hasPathVariable(HandlerMethod method) {
		return Arrays.stream(method.getMethodParameters())
			.anyMatch((parameter) -> parameter.hasParameterAnnotation(PathVariable.class));
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

	private static Class<?> resultType(HandlerMethod method) {
		ResolvableType type = ResolvableType.forMethodReturnType(method.getMethod());
		return ((type.resolve() == ResponseEntity.class) ? type.getGeneric(0) : type).resolve(Object.class);
	}

	private static String reason(int status) {
		return HttpStatus.valueOf(status).getReasonPhrase();
	}

	private static void addHeader(Operation operation, String name, String description, Schema<?> schema) {
		add(operation, new Parameter().in("header").name(name).description(description).required(false).schema(schema));
	}

	private static void addQuery(Operation operation, String name, String description, Schema<?> schema) {
		add(operation, new Parameter().in("query").name(name).description(description).required(false).schema(schema));
	}

	private static void add(Operation operation, Parameter parameter) {
		if (operation.getParameters() != null) {
			operation.getParameters()
				.removeIf((known) -> parameter.getName().equals(known.getName())
						&& parameter.getIn().equals(known.getIn()));
		}
		operation.addParametersItem(parameter);
	}

}
