package org.sharaka.contracts.compatibility;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.Test;
import org.sharaka.contracts.ContractFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Compares the schemas with those of the last release. The file {@code released.txt}
 * names the release's commit, and the schemas are read from the repository's history. A
 * copy of the sources without history (an archive, a shallow clone) cannot be compared,
 * so that the test is skipped there.
 */
class ReleaseCompatibilityTest {

	private static final String DIRECTORY = "contracts/schemas";

	private static final String SUFFIX = ".schema.json";

	@Test
	void noSchemaBreaksItsLastRelease() throws IOException {
		Map<String, JsonNode> released = released();
		assertThat(released).isNotEmpty();
		assertThat(SchemaComparison.changes(released, current())).filteredOn(SchemaChange::isBreaking).isEmpty();
	}

	private static Map<String, JsonNode> current() {
		return ContractFiles.list("schemas", SUFFIX)
			.stream()
			.collect(
					Collectors.toMap((file) -> file.getFileName().toString(), (Path file) -> ContractFiles.json(file)));
	}

	private static Map<String, JsonNode> released() throws IOException {
		String commit = Files.readString(ContractFiles.ROOT.resolve("released.txt")).strip();
		FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(ContractFiles.ROOT.toFile());
		assumeTrue(builder.getGitDir() != null, "the sources have no git history to compare with");
		try (Repository repository = builder.build()) {
			assumeTrue(!Files.exists(repository.getCommonDirectory().toPath().resolve("shallow")),
					"a shallow clone has no history to compare with");
			return schemas(repository, ObjectId.fromString(commit));
		}
	}

	private static Map<String, JsonNode> schemas(Repository repository, ObjectId commit) throws IOException {
		Map<String, JsonNode> schemas = new HashMap<>();
		try (RevWalk commits = new RevWalk(repository);
				TreeWalk files = TreeWalk.forPath(repository, DIRECTORY, commits.parseCommit(commit).getTree())) {
			files.enterSubtree();
			while (files.next()) {
				if (files.getNameString().endsWith(SUFFIX)) {
					byte[] schema = repository.open(files.getObjectId(0)).getBytes();
					schemas.put(files.getNameString(), JsonMapper.shared().readTree(new ByteArrayInputStream(schema)));
				}
			}
		}
		catch (MissingObjectException ex) {
			throw new AssertionError("released.txt names the commit " + commit.name()
					+ ", which the history of this clone does not have", ex);
		}
		return schemas;
	}

}
