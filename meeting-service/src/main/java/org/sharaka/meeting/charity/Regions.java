package org.sharaka.meeting.charity;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The regions of Saudi Arabia and the governorates of Bahrain, by ISO 3166-2. */
public final class Regions {

	/** {@code SA-01} … {@code SA-14}, {@code BH-13} … {@code BH-17}. */
	public static final List<String> ALL = Stream.concat(codes("SA-", 1, 14), codes("BH-", 13, 17)).toList();

	private Regions() {
	}

	private static Stream<String> codes(String country, int first, int last) {
		return IntStream.rangeClosed(first, last).mapToObj((number) -> country + ((number < 10) ? "0" : "") + number);
	}

}
