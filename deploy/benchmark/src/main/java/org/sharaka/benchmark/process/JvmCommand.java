package org.sharaka.benchmark.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Builds the commands of the run's JVMs. They run with the JVM's defaults, as on a
 * server, except for a bounded heap; {@code deploy/up} uses options for a quick start and
 * little memory instead.
 */
public final class JvmCommand {

	private static final Map<String, Integer> HEAP_MEGABYTES = Map.of("kafka", 512, "mongodb", 384);

	private static final int SERVICE_MEGABYTES = 512;

	private JvmCommand() {
	}

	/** Returns a command that runs a main class of this program's class path. */
	public static List<String> mainClass(String process, String mainClass, String... arguments) {
		return command(process, List.of("-cp", System.getProperty("java.class.path"), mainClass), arguments);
	}

	/** Returns a command that runs a jar. */
	public static List<String> jar(String process, Path jar) {
		return command(process, List.of("-jar", jar.toString()));
	}

	private static List<String> command(String process, List<String> program, String... arguments) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						"-Xmx" + heapMegabytes(process) + "m", "--enable-native-access=ALL-UNNAMED",
						"-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
		command.addAll(program);
		command.addAll(List.of(arguments));
		return command;
	}

	public static int heapMegabytes(String process) {
		return HEAP_MEGABYTES.getOrDefault(process, SERVICE_MEGABYTES);
	}

	/** Describes the options for the report. */
	public static String describe() {
		return "heaps of at most %d MB (service), %d MB (broker), %d MB (embedded database); otherwise the JVM's defaults"
			.formatted(SERVICE_MEGABYTES, heapMegabytes("kafka"), heapMegabytes("mongodb"));
	}

}
