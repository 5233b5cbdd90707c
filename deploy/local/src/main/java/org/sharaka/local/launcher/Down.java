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

/** {@code deploy/down}. */
@Command(name = "deploy/down", usageHelpAutoWidth = true, header = "Stops what deploy/up started, and nothing else.",
		description = { "", "Data stays in deploy/local/data; deploy/up --fresh starts without it.", "" })
public final class Down implements Callable<Integer> {

	private static final int LAUNCHER_SECONDS = 240;

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
		RunFile.Suite suite = runFile.read().orElse(null);
		if (suite == null || (suite.alive().isEmpty() && suite.waitingLauncher().isEmpty())) {
			this.console.say("Nothing to stop: Sharaka does not run here.");
			runFile.delete();
			return 0;
		}
		ProcessHandle launcher = suite.waitingLauncher().orElse(null);
		if (launcher != null) {
			this.console.say("Telling the deploy/up that waits in the foreground to stop everything.");
			launcher.destroy();
			await(launcher);
		}
		new Stopping(this.console).stop(suite.processes());
		runFile.delete();
		this.console.say("Sharaka is stopped.");
		return 0;
	}

	private static void await(ProcessHandle launcher) throws InterruptedException {
		try {
			launcher.onExit().get(LAUNCHER_SECONDS, TimeUnit.SECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			launcher.destroyForcibly();
		}
	}

}
