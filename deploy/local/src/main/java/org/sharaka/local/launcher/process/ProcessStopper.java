package org.sharaka.local.launcher.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.sharaka.local.console.Console;

/**
 * Stops processes in reverse order: first the services, all at once, then what they
 * depend on, one by one. Each process is asked to end (SIGTERM) and is killed only if it
 * does not end in time.
 */
public final class ProcessStopper {

	private static final Duration STOP_TIMEOUT = Duration.ofSeconds(120);

	private static final Duration EXPLAIN_AFTER = Duration.ofSeconds(10);

	private final Console console;

	public ProcessStopper(Console console) {
		this.console = console;
	}

	/** Stops the processes and returns when all of them have ended. */
	public void stop(List<StartedProcess> processes) {
		List<StartedProcess> services = processes.stream().filter(p -> p.name().endsWith("-service")).toList();
		List<StartedProcess> rest = processes.stream().filter(p -> !services.contains(p)).toList();
		services.stream().map(this::terminate).toList().forEach(CompletableFuture::join);
		for (StartedProcess process : rest.reversed()) {
			terminate(process).join();
		}
	}

	private CompletableFuture<Void> terminate(StartedProcess process) {
		Optional<ProcessHandle> handle = process.handle();
		if (handle.isEmpty()) {
			return CompletableFuture.completedFuture(null);
		}
		handle.get().destroy();
		return CompletableFuture.runAsync(() -> await(process, handle.get()));
	}

	private void await(StartedProcess process, ProcessHandle handle) {
		try {
			if (!ended(handle, EXPLAIN_AFTER)) {
				this.console.print("  … %s is writing its class archive, which makes the next start faster",
						process.name());
				handle.onExit().get(STOP_TIMEOUT.minus(EXPLAIN_AFTER).toSeconds(), TimeUnit.SECONDS);
			}
			this.console.print("  %-22s stopped", process.name());
		}
		catch (TimeoutException ex) {
			handle.destroyForcibly();
			this.console.print("  %-22s killed: it did not end within %d s", process.name(), STOP_TIMEOUT.toSeconds());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean ended(ProcessHandle handle, Duration timeout)
			throws InterruptedException, ExecutionException {
		try {
			handle.onExit().get(timeout.toSeconds(), TimeUnit.SECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
	}

}
