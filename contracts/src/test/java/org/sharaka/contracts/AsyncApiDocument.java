package org.sharaka.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * The AsyncAPI 3.1 document of one service, generated from {@code topics.json}, the
 * schemas, the samples and {@code cloudevents.yaml}. It refers to nothing outside itself,
 * because AsyncAPI tools do not resolve URNs.
 */
final class AsyncApiDocument {

	private static final YAMLMapper YAML = YAMLMapper.builder()
		.enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
		.disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
		.build();

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private static final String URN = "urn:sharaka:schema:";

	private static final String BINDING_VERSION = "0.5.0";

	private final String service;

	private final ObjectNode document = JSON.objectNode();

	private final Set<String> schemas = new TreeSet<>();

	private AsyncApiDocument(String service) {
		this.service = service;
	}

	/** The document's file. */
	static Path file(String service) {
		return ContractFiles.ROOT.resolve("asyncapi").resolve(service + ".yaml");
	}

	/** The text of the document. */
	static String generate(String service, String description) {
		return "# Generated from topics.json and schemas/; see README.md. Changes made here are lost.\n"
				+ YAML.writeValueAsString(new AsyncApiDocument(service).build(description));
	}

	private ObjectNode build(String description) {
		this.document.put("asyncapi", "3.1.0").put("id", "urn:sharaka:" + this.service);
		ObjectNode info = this.document.putObject("info");
		info.put("title", this.service).put("version", "1.0.0").put("description", description);
		info.putObject("license").put("name", "Apache-2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
		this.document.put("defaultContentType", "application/json");
		this.document.putObject("servers")
			.putObject("kafka")
			.put("host", "localhost:9092")
			.put("protocol", "kafka")
			.put("description",
					"The default; KAFKA_BROKERS names another. TOPIC_PREFIX, which is empty by default, precedes the name of every topic.");
		ObjectNode channels = this.document.putObject("channels");
		ObjectNode operations = this.document.putObject("operations");
		ObjectNode messages = JSON.objectNode();
		for (Topic topic : Topic.all()) {
			boolean publishes = topic.publisher().equals(this.service);
			Topic.Subscription subscription = topic.subscribers().get(this.service);
			List<EventType> types = publishes ? topic.types()
					: (subscription != null) ? subscription.types() : List.of();
			if (types.isEmpty()) {
				continue;
			}
			types.forEach((type) -> messages.set(messageName(type), message(topic, type)));
			channels.set(topic.channel(), channel(topic, types));
			if (publishes) {
				operation(operations, "publish", "send", topic, types, String.valueOf(topic.publishes()));
			}
			else if (subscription != null) {
				ObjectNode operation = operation(operations, "receive", "receive", topic, types,
						subscription.purpose());
				ObjectNode kafka = operation.putObject("bindings").putObject("kafka");
				kafka.put("bindingVersion", BINDING_VERSION);
				kafka.putObject("groupId").put("type", "string").putArray("enum").add(this.service);
			}
		}
		components(messages);
		return this.document;
	}

	private static ObjectNode channel(Topic topic, List<EventType> types) {
		ObjectNode channel = JSON.objectNode()
			.put("address", topic.name())
			.put("title", topic.title())
			.put("description", topic.description());
		ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
		kafka.put("bindingVersion", BINDING_VERSION).put("topic", topic.name()).put("partitions", topic.partitions());
		ObjectNode configuration = kafka.putObject("topicConfiguration");
		configuration.putArray("cleanup.policy").add(topic.cleanupPolicy());
		topic.retention().ifPresent((retention) -> configuration.put("retention.ms", retention.toMillis()));
		ObjectNode messages = channel.putObject("messages");
		types.forEach((type) -> messages.set(messageName(type), reference("components/messages", messageName(type))));
		return channel;
	}

	private static ObjectNode operation(ObjectNode operations, String prefix, String action, Topic topic,
			List<EventType> types, String summary) {
		String channel = topic.channel();
		ObjectNode operation = operations
			.putObject(prefix + channel.substring(0, 1).toUpperCase(Locale.ROOT) + channel.substring(1));
		operation.put("action", action).put("summary", summary);
		operation.set("channel", reference("channels", channel));
		ArrayNode messages = operation.putArray("messages");
		types.forEach((type) -> messages.add(reference("channels/" + channel + "/messages", messageName(type))));
		return operation;
	}

	private ObjectNode message(Topic topic, EventType type) {
		JsonNode schema = ContractFiles.json(type.schemaFile());
		ObjectNode message = JSON.objectNode()
			.put("name", type.fullName())
			.put("title", schema.get("title").stringValue())
			.put("summary", schema.get("description").stringValue())
			.put("contentType", "application/json");
		message.putArray("traits")
			.add(reference("components/messageTraits",
					topic.publisher().equals("ministry") ? "received" : "published"));
		ObjectNode headers = message.putObject("headers").put("type", "object").putObject("properties");
		headers.putObject("ce_type").put("const", type.fullName());
		headers.putObject("ce_dataschema").put("const", type.urn());
		message.set("payload", schemaReference(type.urn()));
		ObjectNode kafka = message.putObject("bindings").putObject("kafka");
		kafka.put("bindingVersion", BINDING_VERSION).set("key", reference("components/schemas", "key." + topic.key()));
		ArrayNode examples = message.putArray("examples");
		ContractFiles.list("samples", ".json")
			.stream()
			.filter((file) -> EventType.ofSample(file).equals(type))
			.filter((file) -> !file.toString().endsWith(".structured.json"))
			.forEach((file) -> examples.addObject()
				.put("name", file.getFileName().toString().replace(".json", ""))
				.set("payload", ContractFiles.json(file)));
		return message;
	}

	private void components(ObjectNode messages) {
		ObjectNode components = this.document.putObject("components");
		components.set("messages", messages);
		JsonNode cloudEvents = cloudEvents();
		ObjectNode traits = components.putObject("messageTraits");
		ObjectNode schemas = components.putObject("schemas");
		cloudEvents.get("traits").forEachEntry(traits::set);
		cloudEvents.get("attributes").forEachEntry((name, schema) -> schemas.set("ce." + name, schema));
		cloudEvents.get("keys").forEachEntry((name, schema) -> schemas.set("key." + name, schema));
		// a schema that is copied may add further ones to the set
		for (Set<String> open = Set.copyOf(this.schemas); !open.isEmpty(); open = missingFrom(schemas)) {
			new TreeSet<>(open).forEach((name) -> schemas.set(name, schema(name)));
		}
	}

	private Set<String> missingFrom(ObjectNode schemas) {
		Set<String> missing = new TreeSet<>(this.schemas);
		missing.removeIf(schemas::has);
		return missing;
	}

	private JsonNode schema(String name) {
		ObjectNode schema = (ObjectNode) ContractFiles.json(Path.of("schemas", name + ".schema.json"));
		schema.remove(List.of("$id", "$schema"));
		replaceUrns(schema);
		return schema;
	}

	private void replaceUrns(JsonNode schema) {
		if (schema instanceof ObjectNode object && object.path("$ref").isString()) {
			object.setAll(schemaReference(object.get("$ref").stringValue()));
		}
		schema.forEach(this::replaceUrns);
	}

	private ObjectNode schemaReference(String urn) {
		String name = urn.substring(URN.length()).replace(':', '.');
		this.schemas.add(name);
		return reference("components/schemas", name);
	}

	private static ObjectNode reference(String place, String name) {
		return JSON.objectNode().put("$ref", "#/" + place + "/" + name);
	}

	private static String messageName(EventType type) {
		StringBuilder name = new StringBuilder();
		for (String word : type.name().split("[.-]")) {
			name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
		}
		return name + ((type.version() > 1) ? "V" + type.version() : "");
	}

	/** The attributes of CloudEvents as Kafka headers, and the record keys. */
	private static JsonNode cloudEvents() {
		try (InputStream file = AsyncApiDocument.class.getResourceAsStream("cloudevents.yaml")) {
			return YAML.readTree(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException("cannot read cloudevents.yaml", ex);
		}
	}

}
