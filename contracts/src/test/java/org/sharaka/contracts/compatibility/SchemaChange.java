package org.sharaka.contracts.compatibility;

/**
 * One difference between a schema and the same schema in the last release.
 *
 * @param file name of the schema's file
 * @param pointer JSON pointer to the place in the schema; empty for the file as a whole
 * @param what the change
 * @param grade whether programs that use the released schema continue to work
 */
record SchemaChange(String file, String pointer, String what, Grade grade) {

	private static final String SUFFIX = ".schema.json";

	enum Grade {

		/** May be released under the same version. */
		COMPATIBLE,

		/** Requires a new version. */
		BREAKING

	}

	boolean isBreaking() {
		return grade() == Grade.BREAKING;
	}

	/** The change and, if it is breaking, what to do instead. */
	@Override
	public String toString() {
		String place = "schemas/" + file() + (pointer().isEmpty() ? "" : "#" + pointer());
		if (!isBreaking()) {
			return place + ": " + what();
		}
		return "%s: %s. Other systems rely on the released schema: restore it, write the new one to schemas/%s, and publish %s beside the old one."
			.formatted(place, what(), fileName(version() + 1), successor());
	}

	private String successor() {
		boolean event = name().contains(".");
		return event ? "org.sharaka." + name() + ".v" + (version() + 1) : "new versions of the events that use it";
	}

	private String fileName(int version) {
		return name() + "." + version + SUFFIX;
	}

	private String name() {
		return file().substring(0, file().lastIndexOf('.', file().length() - SUFFIX.length() - 1));
	}

	private int version() {
		return Integer.parseInt(file().substring(name().length() + 1, file().length() - SUFFIX.length()));
	}

}
