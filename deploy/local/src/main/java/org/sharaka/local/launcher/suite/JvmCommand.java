package org.sharaka.local.launcher.suite;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Builds command lines for small JVMs that start quickly: the serial collector, the C1
 * compiler only, and a class data sharing archive that the JVM writes at its first exit
 * and maps at later starts.
 */
final class JvmCommand {

	private static final Path JAVA_EXECUTABLE = Path.of(System.getProperty("java.home"), "bin", "java");

	private final SuiteSettings settings;

	JvmCommand(SuiteSettings settings) {
		this.settings = settings;
	}

	static String java() {
		return JAVA_EXECUTABLE.toString();
	}

	/**
	 * Returns the command for a process that keeps running.
	 * @param name of the process; options in {@code <NAME>_JAVA_OPTS} override the others
	 * @param jar the program's own jar; when its content changes, the archive is renewed
	 * @param program class path and main class, or {@code -jar} and a jar; then arguments
	 */
	List<String> longRunning(String name, int heapMegabytes, Path jar, String... program) throws IOException {
		List<String> command = baseOptions(heapMegabytes);
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

	/** Returns the command for a process that does its work and ends. */
	List<String> shortLived(int heapMegabytes, String... program) {
		List<String> command = baseOptions(heapMegabytes);
		command.addAll(List.of(program));
		return command;
	}

	private static List<String> baseOptions(int heapMegabytes) {
		return new ArrayList<>(
				List.of(java(), "-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k",
						"--enable-native-access=ALL-UNNAMED", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
	}

	/** Returns the archive of this build and JVM, and deletes those of other builds. */
	private Path archive(String name, Path jar) throws IOException {
		Path archives = Files.createDirectories(this.settings.cache().resolve("classes"));
		Path archive = archives.resolve("%s-%s-%s.jsa".formatted(name, Runtime.version(), Jars.fingerprint(jar)));
		try (DirectoryStream<Path> others = Files.newDirectoryStream(archives, name + "-*.jsa")) {
			for (Path other : others) {
				if (!other.equals(archive)) {
					Files.delete(other);
				}
			}
		}
		return archive;
	}

	/** Returns the class path of this module and its dependencies. */
	String classPath() throws IOException {
		return jar() + ":" + this.settings.home().resolve("target/lib") + "/*";
	}

	/**
	 * Returns a copy of this module's jar that is replaced only when the content changes.
	 * A class data archive is valid only for the very file that it was made from, and
	 * each build writes the jar again, even if nothing has changed.
	 */
	synchronized Path jar() throws IOException {
		Path built = Jars.only(this.settings.home().resolve("target"), "local-*.jar");
		Path copy = Files.createDirectories(this.settings.cache().resolve("local")).resolve("local.jar");
		if (!Files.exists(copy) || !Jars.fingerprint(copy).equals(Jars.fingerprint(built))) {
			Files.copy(built, copy, StandardCopyOption.REPLACE_EXISTING);
		}
		return copy;
	}

}
