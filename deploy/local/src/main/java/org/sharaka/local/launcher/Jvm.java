package org.sharaka.local.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Command lines for small JVMs that start quickly: one collector thread, the first
 * compiler only, and an archive of loaded classes that the JVM writes when it first ends
 * and maps from then on.
 */
final class Jvm {

	private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

	private final Settings settings;

	Jvm(Settings settings) {
		this.settings = settings;
	}

	static String java() {
		return JAVA.toString();
	}

	/**
	 * A command for a process that stays.
	 * @param name of the process; {@code <NAME>_JAVA_OPTS} comes last and so wins
	 * @param jar the program's own: when it is built anew, so is the archive of classes
	 * @param program class path and main class, or {@code -jar} and a jar, and arguments
	 */
	List<String> command(String name, int heapMegabytes, Path jar, String... program) throws IOException {
		List<String> command = small(heapMegabytes);
		command.add("-XX:+AutoCreateSharedArchive");
		command.add("-XX:SharedArchiveFile=" + archive(name, jar));
		command.add("-Xlog:disable");
		command.add("-Xlog:all=error:stderr");
		String variable = name.replace("-service", "").toUpperCase(Locale.ROOT).replace('-', '_') + "_JAVA_OPTS";
		Arrays.stream(this.settings.environment().getOrDefault(variable, "").split("\\s+"))
			.filter(option -> !option.isEmpty())
			.forEach(command::add);
		command.addAll(List.of(program));
		return command;
	}

	/** A command for a process that ends by itself. */
	List<String> briefCommand(int heapMegabytes, String... program) {
		List<String> command = small(heapMegabytes);
		command.addAll(List.of(program));
		return command;
	}

	private static List<String> small(int heapMegabytes) {
		return new ArrayList<>(
				List.of(java(), "-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k",
						"--enable-native-access=ALL-UNNAMED", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
	}

	/** One for this build and this JVM; those of other builds go. */
	private Path archive(String name, Path jar) throws IOException {
		Path archives = Files.createDirectories(this.settings.cache().resolve("classes"));
		String build = Long.toString(Files.getLastModifiedTime(jar).toMillis(), Character.MAX_RADIX);
		Path archive = archives.resolve("%s-%s-%s.jsa".formatted(name, Runtime.version(), build));
		try (DirectoryStream<Path> others = Files.newDirectoryStream(archives, name + "-*.jsa")) {
			for (Path other : others) {
				if (!other.equals(archive)) {
					Files.delete(other);
				}
			}
		}
		return archive;
	}

	/** This module's own jar and everything that it needs. */
	String classPath() throws IOException {
		return jar() + ":" + this.settings.home().resolve("target/lib") + "/*";
	}

	/** This module's own jar. */
	Path jar() throws IOException {
		return Jars.only(this.settings.home().resolve("target"), "local-*.jar");
	}

}
