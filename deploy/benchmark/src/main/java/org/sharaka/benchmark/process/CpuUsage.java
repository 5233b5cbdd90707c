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
 * The processor time used so far, by each process of this run and by the whole machine.
 * Two of them tell how much other programs have used in between, which should be close to
 * nothing during a measurement.
 */
public final class CpuUsage {

	private static final Path STAT = Path.of("/proc/stat");

	/** USER_HZ, which is 100 on every architecture of Linux that the JDK supports. */
	private static final int TICKS_PER_SECOND = 100;

	/** Columns of the line {@code cpu} (see proc(5)) that count idle time. */
	private static final int IDLE = 3;

	private static final int IOWAIT = 4;

	/** Further columns (guest time) are included in the first two. */
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

	/** Returns the busy time of all processors since the machine started. */
	public static Duration busy(String cpuLine) {
		long[] ticks = Arrays.stream(cpuLine.trim().split("\\s+")).skip(1).mapToLong(Long::parseLong).toArray();
		long busy = 0;
		for (int column = 0; column < Math.min(COLUMNS, ticks.length); column++) {
			busy += (column == IDLE || column == IOWAIT) ? 0 : ticks[column];
		}
		return Duration.ofMillis(busy * 1000 / TICKS_PER_SECOND);
	}

	/** Returns the seconds that each process has used since, without idle processes. */
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
	 * Returns the share of the processors' time, in percent, that processes outside this
	 * run have used since.
	 */
	public double othersPercent(CpuUsage before) {
		double ours = since(before).values().stream().mapToDouble(Double::doubleValue).sum();
		double all = (this.at - before.at) / 1e9 * Runtime.getRuntime().availableProcessors();
		return Math.max(0, 100 * (seconds(this.machine.minus(before.machine)) - ours) / all);
	}

	/** Adds both to the measured values. */
	public void addTo(Repetitions repetitions, CpuUsage before) {
		since(before).forEach((name, seconds) -> repetitions.add("CPU time of " + name, "s", seconds));
		repetitions.add("CPU used by other programs on this machine", "%", othersPercent(before));
	}

	/** Returns a summary for the progress log. */
	public String describe(CpuUsage before) {
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
