package org.sharaka.local.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import org.sharaka.local.console.Console;
import org.sharaka.local.launcher.process.ProcessStopper;
import org.sharaka.local.launcher.process.RunFile;

/** {@code deploy/down}. */
@Command(name = "deploy/down", usageHelpAutoWidth = true, header = "Stops what deploy/up started, and nothing else.",
		description = { "", "Data stays in deploy/local/data; deploy/up --fresh starts without it.", "" })
public final class Down implements Callable<Integer> {

	private static final int LAUNCHER_TIMEOUT_SECONDS = 240;

	private final Console console = new Console(System.out);

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this.")
	private boolean help;

	public static void main(String[] args) {
		System.exit(new CommandLine(new Down()).execute(args));
	}

	@Override
	public Integer call() throws IOException, InterruptedException {
		Path root = Path.of(System.getProperty("sharaka.root", "")).toAbsolutePath().normalize();
		RunFile runFile = new RunFile(Up.runFile(root.resolve("deploy/local/logs")));
		RunFile.Content content = runFile.read().orElse(null);
		if (content == null || (content.running().isEmpty() && content.foregroundLauncher().isEmpty())) {
			this.console.print("Nothing to stop: Sharaka is not running here.");
			runFile.delete();
			return 0;
		}
		ProcessHandle launcher = content.foregroundLauncher().orElse(null);
		if (launcher != null) {
			this.console.print("Asking the deploy/up in the foreground to stop everything.");
			launcher.destroy();
			await(launcher);
		}
		new ProcessStopper(this.console).stop(content.processes());
		runFile.delete();
		this.console.print("Sharaka is stopped.");
		return 0;
	}

	private static void await(ProcessHandle launcher) throws InterruptedException {
		try {
			launcher.onExit().get(LAUNCHER_TIMEOUT_SECONDS, TimeUnit.SECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			launcher.destroyForcibly();
		}
	}

}
