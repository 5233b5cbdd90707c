package org.sharaka.local.launcher;

import java.io.IOException;
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
	 * A command.
	 * @param name of the process; {@code <NAME>_JAVA_OPTS} comes last and so wins
	 * @param program class path and main class, or {@code -jar} and a jar, and arguments
	 */
	List<String> command(String name, int heapMegabytes, String... program) throws IOException {
		Path archives = Files.createDirectories(this.settings.cache().resolve("classes"));
		List<String> command = new ArrayList<>(List.of(java(), "-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-Xss512k", "-XX:+AutoCreateSharedArchive",
				"-XX:SharedArchiveFile=" + archives.resolve(name + "-" + Runtime.version().feature() + ".jsa"),
				"-Xlog:cds=off,aot=off", "-Xlog:cds+dynamic=off", "--enable-native-access=ALL-UNNAMED",
				"-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
		String variable = name.replace("-service", "").toUpperCase(Locale.ROOT).replace('-', '_') + "_JAVA_OPTS";
		Arrays.stream(this.settings.environment().getOrDefault(variable, "").split("\\s+"))
			.filter(option -> !option.isEmpty())
			.forEach(command::add);
		command.addAll(List.of(program));
		return command;
	}

	/** This module's own jar and everything that it needs. */
	String classPath() throws IOException {
		Path target = this.settings.home().resolve("target");
		return Jars.only(target, "local-*.jar") + ":" + target.resolve("lib") + "/*";
	}

}
