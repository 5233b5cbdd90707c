package org.sharaka.local.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.sharaka.local.launcher.suite.Suite;

/**
 * The file in which {@code deploy/up} records the processes that it has started, so that
 * {@code deploy/down} can stop them.
 */
public final class RunFile {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Path file;

	public RunFile(Path file) {
		this.file = file;
	}

	/**
	 * The file's content.
	 *
	 * @param launcher the {@code deploy/up} that runs in the foreground; null if it has
	 * detached
	 * @param processes in the order in which they were started
	 */
	public record Content(@Nullable StartedProcess launcher, List<StartedProcess> processes) {

		public List<StartedProcess> running() {
			return this.processes.stream().filter(process -> process.handle().isPresent()).toList();
		}

		public Optional<ProcessHandle> foregroundLauncher() {
			return Optional.ofNullable(this.launcher).flatMap(StartedProcess::handle);
		}

	}

	/** Returns the content, or nothing if the file is missing or cannot be parsed. */
	public Optional<Content> read() throws IOException {
		if (!Files.exists(this.file)) {
			return Optional.empty();
		}
		try {
			return Optional.of(JSON.readValue(Files.readString(this.file), Content.class));
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	public void write(Content content) throws IOException {
		Files.createDirectories(this.file.getParent());
		Path fresh = this.file.resolveSibling(this.file.getFileName() + ".new");
		Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content));
		Files.move(fresh, this.file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

	public void delete() throws IOException {
		Files.deleteIfExists(this.file);
	}

}
