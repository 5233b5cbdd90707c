package org.sharaka.contracts;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A place in the AsyncAPI documents, from which references lead on as in AsyncAPI tools:
 * to another file beside the one they stand in, or within it.
 *
 * @param file the file that it stands in, absolute
 * @param json what stands there, a reference or a value
 */
record AsyncApiNode(Path file, JsonNode json) {

	private static final YAMLMapper YAML = new YAMLMapper();

	static AsyncApiNode document(String service) {
		return root(ContractFiles.ROOT.resolve("asyncapi").resolve(service + "-service.yaml"));
	}

	static AsyncApiNode root(Path file) {
		if (!Files.isRegularFile(file)) {
			throw new AssertionError("no such file: " + file);
		}
		return new AsyncApiNode(file,
				file.toString().endsWith(".yaml") ? YAML.readTree(file) : ContractFiles.json(file));
	}

	/** The value here, after every reference that leads to it. */
	AsyncApiNode value() {
		return this.json.path("$ref").isString() ? target(this.json.get("$ref").stringValue()).value() : this;
	}

	/** What stands under a name in the value here. */
	AsyncApiNode get(String name) {
		AsyncApiNode value = value();
		JsonNode child = value.json().get(name);
		if (child == null) {
			throw new AssertionError("no " + name + " in " + value.file());
		}
		return new AsyncApiNode(value.file(), child);
	}

	/** The properties or items of the value here. */
	List<AsyncApiNode> children() {
		AsyncApiNode value = value();
		return value.json().valueStream().map((child) -> new AsyncApiNode(value.file(), child)).toList();
	}

	String text() {
		return value().json().asString();
	}

	/** Every reference that stands here or below, in this file only. */
	Stream<AsyncApiNode> references() {
		if (this.json.path("$ref").isString()) {
			return Stream.of(this);
		}
		return this.json.valueStream().flatMap((child) -> new AsyncApiNode(this.file, child).references());
	}

	private AsyncApiNode target(String reference) {
		URI uri = URI.create(reference);
		Path target = uri.getPath().isEmpty() ? this.file : this.file.resolveSibling(uri.getPath()).normalize();
		AsyncApiNode node = root(target);
		String fragment = (uri.getFragment() != null) ? uri.getFragment() : "";
		for (String name : fragment.split("/")) {
			if (!name.isEmpty()) {
				node = node.get(name);
			}
		}
		return node;
	}

}
