package org.sharaka.benchmark.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.sharaka.benchmark.figure.Repetitions;

/**
 * Processor time between two moments: by process of this run, and of everything else on
 * the machine, which should be nothing while something is measured.
 */
public final class CpuUsage {

	private static final Path STAT = Path.of("/proc/stat");

	/** Of Linux's clock for users, on every architecture that the JDK runs on. */
	private static final int TICKS_PER_SECOND = 100;

	/** Columns of {@code cpu} in proc(5): idle and iowait are no work. */
	private static final int IDLE = 3;

	private static final int IOWAIT = 4;

	/** The last two repeat what is in the first two. */
	private static final int COLUMNS = 8;

	private final Map<String, Duration> byProcess;

	private final Duration machine;

	private final long at = System.nanoTime();

	private CpuUsage(Map<String, Duration> byProcess, Duration machine) {
		this.byProcess = byProcess;
		this.machine = machine;
	}

	public static CpuUsage now(ChildProcesses children) throws IOException {
		return new CpuUsage(children.cpu(),
				Files.isReadable(STAT) ? busy(Files.readAllLines(STAT).getFirst()) : Duration.ZERO);
	}

	/** Work of all processors since the machine started. */
	public static Duration busy(String cpuLine) {
		long[] ticks = Arrays.stream(cpuLine.trim().split("\\s+")).skip(1).mapToLong(Long::parseLong).toArray();
		long busy = 0;
		for (int column = 0; column < Math.min(COLUMNS, ticks.length); column++) {
			busy += (column == IDLE || column == IOWAIT) ? 0 : ticks[column];
		}
		return Duration.ofMillis(busy * 1000 / TICKS_PER_SECOND);
	}

	/** Seconds by process since an earlier moment, without those that did nothing. */
	public Map<String, Double> since(CpuUsage before) {
		Map<String, Double> used = new LinkedHashMap<>();
		this.byProcess.forEach((name, now) -> {
			double seconds = seconds(now.minus(before.byProcess.getOrDefault(name, Duration.ZERO)));
			if (seconds >= 0.01) {
				used.put(name, seconds);
			}
		});
		return used;
	}

	/**
	 * Of all processors' time since an earlier moment, what went to processes that are
	 * not of this run, in percent.
	 */
	public double othersPercent(CpuUsage before) {
		double ours = since(before).values().stream().mapToDouble(Double::doubleValue).sum();
		double all = (this.at - before.at) / 1e9 * Runtime.getRuntime().availableProcessors();
		return Math.max(0, 100 * (seconds(this.machine.minus(before.machine)) - ours) / all);
	}

	/** Adds both to what was measured. */
	public void addTo(Repetitions repetitions, CpuUsage before) {
		since(before).forEach((name, seconds) -> repetitions.add("CPU time of " + name, "s", seconds));
		repetitions.add("CPU taken by anything else on this machine", "%", othersPercent(before));
	}

	/** For a progress line. */
	public String said(CpuUsage before) {
		return since(before).entrySet()
			.stream()
			.map((one) -> String.format(Locale.ROOT, "%s %.1f s", one.getKey(), one.getValue()))
			.collect(Collectors.joining(", ", "CPU: ", ""))
				+ String.format(Locale.ROOT, "; others %.0f %%", othersPercent(before));
	}

	private static double seconds(Duration duration) {
		return duration.toMillis() / 1000.0;
	}

}
