package org.sharaka.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.sharaka.benchmark.process.JvmCommand;

/** Describes the machine and the conditions of a run, for the report. */
public final class MachineDescription {

	private MachineDescription() {
	}

	/**
	 * Returns the description by name.
	 * @param root the root directory of the repository
	 * @param data the directory in which the run's servers keep their files
	 */
	public static Map<String, String> describe(Path root, Path data) throws IOException, InterruptedException {
		Map<String, String> description = new LinkedHashMap<>();
		description.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
		description.put("commit", commit(root));
		description.put("machine", "%d processors, %s, %s %s".formatted(Runtime.getRuntime().availableProcessors(),
				memory(), System.getProperty("os.name"), System.getProperty("os.arch")));
		description.put("load before", String.format(Locale.ROOT, "%.2f",
				ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
		description.put("data on", Files.getFileStore(data).type());
		description.put("JDK", System.getProperty("java.vendor") + " " + Runtime.version());
		description.put("JVMs", JvmCommand.describe());
		return description;
	}

	private static String memory() {
		return (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system)
				? system.getTotalMemorySize() / (1024 * 1024) + " MB of memory" : "memory unknown";
	}

	private static String commit(Path root) throws IOException, InterruptedException {
		String head = git(root, "rev-parse", "--short=12", "HEAD");
		if (head.isEmpty()) {
			return "unknown";
		}
		return git(root, "status", "--porcelain").isEmpty() ? head : head + ", with changes that are not committed";
	}

	private static String git(Path root, String... arguments) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder();
		builder.command().add("git");
		builder.command().addAll(List.of(arguments));
		try {
			Process git = builder.directory(root.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
			String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
			return (git.waitFor() == 0) ? output : "";
		}
		catch (IOException noGit) {
			return "";
		}
	}

}
