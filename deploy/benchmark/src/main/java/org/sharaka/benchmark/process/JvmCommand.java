package org.sharaka.benchmark.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the JVMs of a run are started: as a server's are, with both compilers and the
 * collector that the JVM chooses, and a bounded heap. ({@code deploy/up} starts smaller
 * ones, for quick starts and little memory.)
 */
public final class JvmCommand {

	private static final Map<String, Integer> HEAP_MEGABYTES = Map.of("kafka", 512, "mongodb", 384);

	private static final int SERVICE_MEGABYTES = 512;

	private JvmCommand() {
	}

	/** A command that runs a class of this program's own class path. */
	public static List<String> mainClass(String process, String mainClass, String... arguments) {
		return command(process, List.of("-cp", System.getProperty("java.class.path"), mainClass), arguments);
	}

	/** A command that runs a jar. */
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

	/** For the report. */
	public static String described() {
		return "heaps of at most %d MB (service), %d MB (broker), %d MB (embedded database); otherwise the JVM's defaults"
			.formatted(SERVICE_MEGABYTES, heapMegabytes("kafka"), heapMegabytes("mongodb"));
	}

}
