package org.sharaka.local.launcher.suite;

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

/** Finds the jars that the build produced. */
public final class Jars {

	private Jars() {
	}

	/**
	 * Returns the one jar that matches the pattern, leaving out test and source jars.
	 * @throws NoSuchFileException if there is none, or more than one
	 */
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
	 * Returns a checksum of a jar's content. It does not depend on when the jar was
	 * packed, so building the same classes again gives the same value.
	 */
	public static String fingerprint(Path jar) throws IOException {
		CRC32 checksum = new CRC32();
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			zip.stream()
				.filter(entry -> !entry.isDirectory())
				.map(entry -> entry.getName() + ' ' + entry.getCrc() + '\n')
				.sorted()
				.forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
		}
		return Long.toHexString(checksum.getValue());
	}

}
