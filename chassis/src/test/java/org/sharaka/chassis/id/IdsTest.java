package org.sharaka.chassis.id;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdsTest {

	@Test
	void newIdsAreVersion7AndRise() {
		Ids ids = Ids.random();
		String before = ids.newId();
		for (int round = 0; round < 1000; round++) {
			String next = ids.newId();
			assertThat(UUID.fromString(next).version()).isEqualTo(7);
			assertThat(next).isGreaterThan(before);
			before = next;
		}
	}

	@Test
	void derivedIdsDependOnThePartsOnly() {
		assertThat(Ids.derived("a", "b")).isEqualTo(Ids.derived("a", "b"));
		assertThat(UUID.fromString(Ids.derived("a", "b")).version()).isEqualTo(5);
		// for ever: stored ids are compared with ids derived by later releases
		assertThat(Ids.derived("جهة", "1")).isEqualTo("ad532c06-0b58-5701-a7ba-658f8b7eda99");
	}

	@Test
	void partsCannotRunIntoEachOther() {
		Set<String> ids = new HashSet<>();
		ids.add(Ids.derived("a", "bc"));
		ids.add(Ids.derived("ab", "c"));
		ids.add(Ids.derived("abc"));
		ids.add(Ids.derived("abc", ""));
		ids.add(Ids.derived("", "abc"));
		ids.add(Ids.derived("a:2:bc"));
		ids.add(Ids.derived("a:1", "bc"));
		assertThat(ids).hasSize(7);
	}

	@Test
	void anIdIsACanonicalUuid() {
		assertThat(Ids.isId("01932b6e-4b5a-7c3d-9e2f-0123456789ab")).isTrue();
		assertThat(Ids.isId("01932B6E-4B5A-7C3D-9E2F-0123456789AB")).isFalse();
		assertThat(Ids.isId("01932b6e4b5a7c3d9e2f0123456789ab")).isFalse();
		assertThat(Ids.isId("1-1-1-1-1")).isFalse();
		assertThat(Ids.isId("")).isFalse();
		assertThat(Ids.isId("٠١٩٣٢b6e-4b5a-7c3d-9e2f-0123456789ab")).isFalse();
	}

}
