package org.sharaka.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of this module, read from its own directory, which is the working directory
 * of its tests. A JSON object with a duplicate property is rejected.
 */
public final class ContractFiles {

	/** Directory of the contracts module. */
	public static final Path ROOT = Path.of("").toAbsolutePath();

	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
		.build();

	private ContractFiles() {
	}

	/**
	 * The files directly in a directory of this module, in the order of their names.
	 * @param directory path from the module's directory
	 * @param suffix how the names end
	 * @return absolute paths
	 */
	public static List<Path> list(String directory, String suffix) {
		try (var files = Files.list(ROOT.resolve(directory))) {
			return files.filter((file) -> file.getFileName().toString().endsWith(suffix)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The content of a JSON file.
	 * @param file a path, absolute or from the module's directory
	 * @return its root
	 */
	public static JsonNode json(Path file) {
		return JSON.readTree(ROOT.resolve(file));
	}

	static String text(Path file) {
		try {
			return Files.readString(ROOT.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
