package org.sharaka.notification.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.sharaka.chassis.text.Language;

/**
 * Turns marked text into HTML: paragraphs at empty lines, a list where lines begin with a
 * dash, everything escaped, links made clickable, and each run against the direction
 * isolated in {@code <bdi>}. Escaping comes last, after all values are in, so no value
 * can bring markup of its own.
 */
final class HtmlBody {

	private static final String P = "<p dir=\"%s\" style=\"margin:0 0 14px;\">";

	private static final String ARABIC_P = "<p lang=\"ar\" dir=\"rtl\" style=\"margin:0 0 14px;text-align:right;\">";

	private static final String URL = "https?://[^\\s<>\"«»،؛]*[^\\s<>\"«»،؛.,:;!?)]";

	/**
	 * Latin words and ASCII numbers, with what belongs inside them: dates, times,
	 * amounts, addresses.
	 */
	private static final Pattern LATIN_RUN = Pattern
		.compile(URL + "|[+#]?[\\p{IsLatin}0-9](?:[\\p{IsLatin}\\p{M}0-9 ._%@/:+&'-]*[\\p{IsLatin}\\p{M}0-9])?");

	private static final Pattern ARABIC_RUN = Pattern
		.compile(URL + "|\\p{IsArabic}(?:[\\p{IsArabic}\\p{M}\\p{Nd} ،.«»()/-]*[\\p{IsArabic}\\p{M}])?");

	private final Language language;

	HtmlBody(Language language) {
		this.language = language;
	}

	String of(String marked) {
		StringBuilder html = new StringBuilder();
		for (String paragraph : marked.strip().split("\n(?:[ \t]*\n)+")) {
			paragraph(paragraph, html);
		}
		return html.toString();
	}

	private void paragraph(String paragraph, StringBuilder html) {
		List<String> lines = paragraph.lines().toList();
		String direction = this.language.direction();
		if (lines.stream().allMatch((line) -> line.startsWith("- "))) {
			html.append("<ul dir=\"%s\" style=\"margin:0 0 14px;padding-inline-start:24px;\">".formatted(direction));
			lines.forEach((line) -> html.append("<li>").append(line(line.substring(2))).append("</li>"));
			html.append("</ul>\n");
			return;
		}
		html.append(lines.stream().allMatch(HtmlBody::isArabicValue) ? ARABIC_P : P.formatted(direction));
		html.append(String.join("<br>\n", lines.stream().map(this::line).toList()));
		html.append("</p>\n");
	}

	/** A whole line of Arabic that stands in for missing English. */
	private static boolean isArabicValue(String line) {
		return line.charAt(0) == DirectionMarks.RTL && line.indexOf(DirectionMarks.END) == line.length() - 1;
	}

	/**
	 * One line, inside any element. A mark that a line leaves open ends with the line.
	 */
	String line(String marked) {
		StringBuilder html = new StringBuilder();
		int at = 0;
		while (at < marked.length()) {
			int next = at;
			while (next < marked.length() && !DirectionMarks.isMark(marked.charAt(next))) {
				next++;
			}
			runs(marked.substring(at, next), html);
			if (next == marked.length() || marked.charAt(next) == DirectionMarks.END) {
				at = next + 1;
				continue;
			}
			int end = marked.indexOf(DirectionMarks.END, next);
			String value = marked.substring(next + 1, (end < 0) ? marked.length() : end);
			html.append(bdi(marked.charAt(next))).append(withLinks(value)).append("</bdi>");
			at = (end < 0) ? marked.length() : end + 1;
		}
		return html.toString();
	}

	private static String bdi(char mark) {
		return switch (mark) {
			case DirectionMarks.RTL -> "<bdi lang=\"ar\" dir=\"rtl\">";
			case DirectionMarks.LTR -> "<bdi dir=\"ltr\">";
			default -> "<bdi>";
		};
	}

	private void runs(String text, StringBuilder html) {
		Matcher foreign = ((this.language == Language.AR) ? LATIN_RUN : ARABIC_RUN).matcher(text);
		String bdi = (this.language == Language.AR) ? "<bdi dir=\"ltr\">" : "<bdi lang=\"ar\" dir=\"rtl\">";
		int at = 0;
		while (foreign.find()) {
			html.append(escape(text.substring(at, foreign.start())));
			html.append(isUrl(foreign.group()) ? "<bdi dir=\"ltr\">" : bdi);
			html.append(withLinks(foreign.group())).append("</bdi>");
			at = foreign.end();
		}
		html.append(escape(text.substring(at)));
	}

	private static boolean isUrl(String text) {
		return text.startsWith("http://") || text.startsWith("https://");
	}

	private static String withLinks(String text) {
		Matcher url = Pattern.compile(URL).matcher(text);
		List<String> pieces = new ArrayList<>();
		int at = 0;
		while (url.find()) {
			pieces.add(escape(text.substring(at, url.start())));
			String link = escape(url.group());
			pieces.add("<a href=\"" + link + "\" style=\"color:#14503b;\">" + link + "</a>");
			at = url.end();
		}
		pieces.add(escape(text.substring(at)));
		return String.join("", pieces);
	}

	static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}
