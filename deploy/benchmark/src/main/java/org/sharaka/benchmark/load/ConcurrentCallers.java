package org.sharaka.benchmark.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.sharaka.benchmark.figure.Latencies;

/**
 * Concurrent callers. Each makes its calls one after the other (a closed loop: a slow
 * response delays the next call of that caller).
 */
public final class ConcurrentCallers {

	/** Makes one call, given the number of the caller and the number of its call. */
	@FunctionalInterface
	public interface Call {

		void run(int client, int turn) throws Exception;

	}

	/**
	 * The result of a run.
	 *
	 * @param calls the number of calls of all callers
	 * @param elapsed from the start of the first call to the end of the last
	 */
	public record Outcome(int calls, Duration elapsed, Latencies latencies) {

		public double perSecond() {
			return this.calls / (this.elapsed.toNanos() / 1e9);
		}

	}

	private final int count;

	public ConcurrentCallers(int count) {
		this.count = count;
	}

	public int count() {
		return this.count;
	}

	/**
	 * Lets each caller make this many calls.
	 * @throws Exception the exception of a call that failed
	 */
	public Outcome run(int turns, Call call) throws Exception {
		long[] nanos = new long[this.count * turns];
		long begun = System.nanoTime();
		try (ExecutorService threads = Executors.newFixedThreadPool(this.count)) {
			List<Callable<Void>> clients = new ArrayList<>();
			for (int i = 0; i < this.count; i++) {
				int client = i;
				clients.add(() -> {
					for (int turn = 0; turn < turns; turn++) {
						long before = System.nanoTime();
						call.run(client, turn);
						nanos[client * turns + turn] = System.nanoTime() - before;
					}
					return null;
				});
			}
			for (Future<Void> client : threads.invokeAll(clients)) {
				client.get();
			}
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof Exception cause) ? cause : ex;
		}
		return new Outcome(nanos.length, Duration.ofNanos(System.nanoTime() - begun), Latencies.ofNanos(nanos));
	}

}
