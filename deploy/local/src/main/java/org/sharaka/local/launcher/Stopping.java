package org.sharaka.local.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Stops processes the other way round: services first and together, then what they need.
 * Each is asked (SIGTERM), and killed only when it does not end.
 */
final class Stopping {

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private static final Duration SAY_WHY = Duration.ofSeconds(10);

	private final Console console;

	Stopping(Console console) {
		this.console = console;
	}

	/** Returns when all have ended. */
	void stop(List<Running> processes) {
		List<Running> services = processes.stream().filter(p -> p.name().endsWith("-service")).toList();
		List<Running> rest = processes.stream().filter(p -> !services.contains(p)).toList();
		services.stream().map(this::ask).toList().forEach(CompletableFuture::join);
		for (Running process : rest.reversed()) {
			ask(process).join();
		}
	}

	private CompletableFuture<Void> ask(Running process) {
		Optional<ProcessHandle> handle = process.handle();
		if (handle.isEmpty()) {
			return CompletableFuture.completedFuture(null);
		}
		handle.get().destroy();
		return CompletableFuture.runAsync(() -> await(process, handle.get()));
	}

	private void await(Running process, ProcessHandle handle) {
		try {
			if (!ended(handle, SAY_WHY)) {
				this.console.say("  … %s keeps its loaded classes, for a quicker start next time", process.name());
				handle.onExit().get(PATIENCE.minus(SAY_WHY).toSeconds(), TimeUnit.SECONDS);
			}
			this.console.say("  %-22s stopped", process.name());
		}
		catch (TimeoutException ex) {
			handle.destroyForcibly();
			this.console.say("  %-22s killed: it did not end within %d s", process.name(), PATIENCE.toSeconds());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean ended(ProcessHandle handle, Duration patience)
			throws InterruptedException, ExecutionException {
		try {
			handle.onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
	}

}
