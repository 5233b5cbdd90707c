package org.sharaka.benchmark.figure;

import java.util.ArrayList;
import java.util.List;

/** A section of the report: figures, and notes that explain how to read them. */
public final class Section {

	private final String title;

	private final List<Figure> figures = new ArrayList<>();

	private final List<String> notes = new ArrayList<>();

	public Section(String title) {
		this.title = title;
	}

	public Section add(Figure figure) {
		this.figures.add(figure);
		return this;
	}

	public Section addAll(List<Figure> added) {
		this.figures.addAll(added);
		return this;
	}

	public Section note(String note) {
		this.notes.add(note);
		return this;
	}

	public String title() {
		return this.title;
	}

	public List<Figure> figures() {
		return List.copyOf(this.figures);
	}

	public List<String> notes() {
		return List.copyOf(this.notes);
	}

}
