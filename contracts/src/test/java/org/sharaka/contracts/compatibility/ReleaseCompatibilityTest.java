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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The current schemas are compatible with those of the last release, which are read from
 * the git repository at the commit that {@code released.txt} names. The test fails in a
 * clone without this commit. It is skipped in a source archive, which has no git
 * repository, and in a shallow clone, which has no history.
 */
class ReleaseCompatibilityTest {

	private static final String DIRECTORY = "contracts/schemas";

	private static final String SUFFIX = ".schema.json";

	@Test
	void everyChangeSinceTheLastReleaseIsCompatible() throws IOException {
		Map<String, JsonNode> released = released(Files.readString(ContractFiles.ROOT.resolve("released.txt")).strip());
		assertThat(released).isNotEmpty();
		assertThat(SchemaComparison.changes(released, current())).filteredOn(SchemaChange::isBreaking).isEmpty();
	}

	@Test
	void missingCommitIsReported() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> released("0123456789012345678901234567890123456789"))
			.withMessageContainingAll("0123456789", "released.txt");
	}

	private static Map<String, JsonNode> current() {
		return ContractFiles.list("schemas", SUFFIX)
			.stream()
			.collect(
					Collectors.toMap((file) -> file.getFileName().toString(), (Path file) -> ContractFiles.json(file)));
	}

	private static Map<String, JsonNode> released(String commit) throws IOException {
		FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(ContractFiles.ROOT.toFile());
		assumeTrue(builder.getGitDir() != null, "a source archive has no git repository to read the last release from");
		try (Repository repository = builder.build()) {
			assumeTrue(!Files.exists(repository.getCommonDirectory().toPath().resolve("shallow")),
					"a shallow clone has no history to read the last release from");
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
			throw new AssertionError(
					"""
							This clone does not have the commit %s, the last release that contracts/released.txt names, so that \
							the schemas cannot be compared with it.\
							"""
						.formatted(commit.name()),
					ex);
		}
		return schemas;
	}

}
