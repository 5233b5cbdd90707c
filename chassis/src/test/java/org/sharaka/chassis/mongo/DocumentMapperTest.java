package org.sharaka.chassis.mongo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.text.Language;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentMapperTest {

	private final DocumentMapper mapper = new DocumentMapper(new TextCodec<>(Region.class, Region::code, Region::new));

	private static final Sample FULL = new Sample(Level.HIGH, new BilingualText("لقاء", "Meeting"),
			Instant.parse("2026-11-22T08:00:00.123Z"), LocalDate.of(2026, 11, 22),
			LocalDateTime.of(2026, 11, 22, 9, 30), ZoneId.of("Asia/Riyadh"), Language.AR,
			URI.create("https://example.org/a"), Duration.ofMinutes(90),
			new LinkedHashSet<>(List.of(Level.LOW, Level.HIGH)), new LinkedHashSet<>(List.of(new Region("SA-01"))),
			List.of(new Part("first", null)), new Region("BH-13"), 7);

	@Test
	void storesEachTypeInItsForm() {
		assertThat(this.mapper.toDocument(FULL)).containsAllEntriesOf(
				new Document("level", "HIGH").append("title", new Document("ar", "لقاء").append("en", "Meeting"))
					.append("at", Date.from(FULL.at()))
					.append("day", "2026-11-22")
					.append("local", "2026-11-22T09:30")
					.append("zone", "Asia/Riyadh")
					.append("language", "ar")
					.append("link", "https://example.org/a")
					.append("length", "PT1H30M")
					.append("levels", List.of("LOW", "HIGH"))
					.append("regions", List.of("SA-01"))
					.append("parts", List.of(new Document("name", "first")))
					.append("region", "BH-13")
					.append("number", 7));
	}

	@Test
	void readsWhatItHasStoredAndIgnoresOtherFields() {
		Document stored = this.mapper.toDocument(FULL).append("outbox", List.of());
		Sample read = this.mapper.fromDocument(stored, Sample.class);
		assertThat(read).isEqualTo(FULL);
		assertThat(read.levels()).containsExactly(Level.LOW, Level.HIGH);
	}

	@Test
	void writesNullForAComponentThatIsAbsent() {
		Document document = this.mapper.toDocument(new Optionals(null, null));
		assertThat(document).containsEntry("text", null).containsEntry("until", null).hasSize(2);
		assertThat(this.mapper.fromDocument(new Document(), Optionals.class)).isEqualTo(new Optionals(null, null));
	}

	public enum Level {

		LOW, HIGH

	}

	public record Region(String code) {
	}

	public record Part(String name, @Nullable Integer size) {
	}

	public record Optionals(@Nullable BilingualText text, @Nullable LocalDate until) {
	}

	public record Sample(Level level, BilingualText title, Instant at, LocalDate day, LocalDateTime local, ZoneId zone,
			Language language, URI link, Duration length, Set<Level> levels, Set<Region> regions, List<Part> parts,
			Region region, int number) {
	}

}
