package org.sharaka.contracts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The AsyncAPI documents, {@code topics.json}, the schemas and the samples agree.
 */
class AsyncApiDocumentsDescribeEveryTopicTest {

	private static final List<String> SERVICES = List.of("registry", "meeting", "notification");

	/** Who takes what: a topic's name for all of its types, or a type's. */
	private static final Map<String, List<String>> CONSUMED = Map.of( //
			"registry", List.of("org.sharaka.ministry.decision-taken.v1"), //
			"meeting", List.of("partnership.charities", "org.sharaka.ministry.meeting-requested.v1"), //
			"notification", List.of("partnership.charities", "partnership.contacts", "partnership.meetings",
					"org.sharaka.ministry.announcement-issued.v1"));

	static Stream<Path> files() {
		return Stream.of(ContractFiles.list("asyncapi", ".yaml"), ContractFiles.list("asyncapi/topics", ".yaml"))
			.flatMap(List::stream);
	}

	static List<Topic> topics() {
		return Topic.all();
	}

	static Stream<EventType> types() {
		return Topic.all().stream().flatMap((topic) -> topic.types().stream());
	}

	static List<AsyncApiNode> channels() {
		return ContractFiles.list("asyncapi/topics", ".yaml").stream().map(AsyncApiNode::root).toList();
	}

	@ParameterizedTest
	@MethodSource("files")
	void withReferencesThatLeadSomewhere(Path file) {
		assertThat(AsyncApiNode.root(file).references())
			.allSatisfy((reference) -> assertThat(reference.value().json().isMissingNode()).isFalse());
	}

	@ParameterizedTest
	@ValueSource(strings = { "registry", "meeting", "notification" })
	void withThePublisherSendingExactlyItsTypes(String service) {
		assertThat(operations(service, "send")).containsExactlyInAnyOrderElementsOf(topics().stream()
			.filter((topic) -> topic.publisher().equals(service + "-service"))
			.flatMap((topic) -> topic.types().stream())
			.map(EventType::fullName)
			.toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "registry", "meeting", "notification" })
	void withTheConsumersReceivingExactlyWhatConcernsThem(String service) {
		List<String> consumed = CONSUMED.getOrDefault(service, List.of());
		assertThat(operations(service, "receive")).containsExactlyInAnyOrderElementsOf(topics().stream()
			.flatMap((topic) -> topic.types()
				.stream()
				.map(EventType::fullName)
				.filter((type) -> consumed.contains(topic.name()) || consumed.contains(type)))
			.toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "registry", "meeting", "notification" })
	void withTheServiceAsConsumerGroup(String service) {
		assertThat(AsyncApiNode.document(service).get("operations").children())
			.filteredOn((operation) -> operation.get("action").text().equals("receive"))
			.extracting((operation) -> kafka(operation).get("groupId").get("enum").value().json().toString())
			.containsOnly("[\"" + service + "-service\"]");
	}

	@ParameterizedTest
	@MethodSource("topics")
	void withItsPartitionsPolicyAndRetention(Topic topic) {
		AsyncApiNode binding = kafka(channel(topic));
		assertThat(binding.get("topic").text()).isEqualTo(topic.name());
		assertThat(binding.get("partitions").value().json().intValue()).isEqualTo(topic.partitions());
		AsyncApiNode configuration = binding.get("topicConfiguration");
		assertThat(configuration.get("cleanup.policy").children()).extracting(AsyncApiNode::text)
			.containsExactly(topic.cleanupPolicy());
		assertThat(configuration.json().path("retention.ms").asLong(0))
			.isEqualTo(topic.retention().map((retention) -> retention.toMillis()).orElse(0L));
	}

	@ParameterizedTest
	@MethodSource("topics")
	void withMessagesThatNameTheirTypeSchemaAndKey(Topic topic) {
		List<AsyncApiNode> messages = channel(topic).get("messages").children();
		assertThat(messages).extracting((message) -> message.get("name").text())
			.containsExactlyElementsOf(topic.types().stream().map(EventType::fullName).toList());
		assertThat(messages).allSatisfy((message) -> {
			EventType type = EventType.parse(message.get("name").text());
			AsyncApiNode headers = message.get("headers").get("properties");
			assertThat(headers.get("ce_type").get("const").text()).isEqualTo(type.fullName());
			assertThat(headers.get("ce_dataschema").get("const").text()).isEqualTo(type.urn());
			assertThat(message.get("payload").json().get("$ref").stringValue())
				.isEqualTo("../schemas.json#/" + type.name() + "." + type.version());
			assertThat(kafka(message).get("key").json().get("$ref").stringValue())
				.isEqualTo("../cloudevents.yaml#/keys/" + topic.key());
			assertThat(message.get("examples").children()).isNotEmpty()
				.allSatisfy((example) -> assertThat(example.get("payload").json().get("$ref").stringValue())
					.startsWith("../../samples/" + type.fullName() + "."));
		});
	}

	@ParameterizedTest
	@MethodSource("types")
	void withASchemaAndASampleForEveryType(EventType type) {
		assertThat(ContractFiles.ROOT.resolve(type.schemaFile())).isRegularFile();
		assertThat(ContractFiles.ROOT.resolve("samples").resolve(type.fullName() + ".json")).isRegularFile();
	}

	@Test
	void andNothingElse() {
		assertThat(channels()).extracting((channel) -> channel.get("address").text())
			.containsExactlyInAnyOrderElementsOf(topics().stream().map(Topic::name).toList());
		assertThat(ContractFiles.list("samples", ".json")).extracting(EventType::ofSample).isSubsetOf(types().toList());
		assertThat(ContractFiles.list("asyncapi", "-service.yaml")).hasSize(SERVICES.size());
	}

	private static AsyncApiNode channel(Topic topic) {
		return channels().stream()
			.filter((channel) -> channel.get("address").text().equals(topic.name()))
			.findFirst()
			.orElseThrow();
	}

	private static AsyncApiNode kafka(AsyncApiNode node) {
		return node.get("bindings").get("kafka");
	}

	/**
	 * The types of the messages that a service sends or receives, one for each mention.
	 */
	private static List<String> operations(String service, String action) {
		return AsyncApiNode.document(service)
			.get("operations")
			.children()
			.stream()
			.filter((operation) -> operation.get("action").text().equals(action))
			.flatMap((operation) -> operation.get("messages").children().stream())
			.map((message) -> message.get("name").text())
			.toList();
	}

}
