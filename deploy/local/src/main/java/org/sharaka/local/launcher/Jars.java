package org.sharaka.local.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/** Finds what the build made. */
public final class Jars {

	private Jars() {
	}

	/** The one jar of that name; test and source jars do not count. */
	public static Path only(Path directory, String glob) throws IOException {
		List<Path> found = new ArrayList<>();
		if (Files.isDirectory(directory)) {
			try (DirectoryStream<Path> jars = Files.newDirectoryStream(directory, glob)) {
				for (Path jar : jars) {
					String name = jar.getFileName().toString();
					if (!name.endsWith("-tests.jar") && !name.endsWith("-sources.jar")) {
						found.add(jar);
					}
				}
			}
		}
		if (found.size() != 1) {
			throw new NoSuchFileException(directory.resolve(glob).toString(), null,
					found.isEmpty() ? "it is not built" : "there are several: " + found);
		}
		return found.getFirst();
	}

	/**
	 * What is in a jar, whenever it was packed: the same classes built twice are the
	 * same.
	 */
	static String fingerprint(Path jar) throws IOException {
		CRC32 content = new CRC32();
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			zip.stream()
				.filter(entry -> !entry.isDirectory())
				.map(entry -> entry.getName() + ' ' + entry.getCrc() + '\n')
				.sorted()
				.forEach(line -> content.update(line.getBytes(StandardCharsets.UTF_8)));
		}
		return Long.toHexString(content.getValue());
	}

}
