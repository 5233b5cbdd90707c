package org.sharaka.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code deploy/up} started, in the order of starting; {@code deploy/down} reads it.
 */
final class RunFile {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Path file;

	RunFile(Path file) {
		this.file = file;
	}

	/**
	 * The file's content.
	 *
	 * @param launcher the {@code deploy/up} that waits in the foreground; null when it
	 * left the suite running
	 */
	record Suite(@Nullable Running launcher, List<Running> processes) {

		List<Running> alive() {
			return this.processes.stream().filter(process -> process.handle().isPresent()).toList();
		}

		Optional<ProcessHandle> waitingLauncher() {
			return Optional.ofNullable(this.launcher).flatMap(Running::handle);
		}

	}

	/** Empty when nothing was started, or the file is unreadable. */
	Optional<Suite> read() throws IOException {
		if (!Files.exists(this.file)) {
			return Optional.empty();
		}
		try {
			return Optional.of(JSON.readValue(Files.readString(this.file), Suite.class));
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	void write(Suite suite) throws IOException {
		Files.createDirectories(this.file.getParent());
		Path fresh = this.file.resolveSibling(this.file.getFileName() + ".new");
		Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(suite));
		Files.move(fresh, this.file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

	void delete() throws IOException {
		Files.deleteIfExists(this.file);
	}

}
