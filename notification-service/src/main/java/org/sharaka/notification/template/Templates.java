package org.sharaka.notification.template;

import java.io.StringReader;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.chassis.text.Language;

/**
 * The words of all notices, from {@code templates/<name>.<language>.mustache}, compiled
 * at first use. Thread-safe.
 * <p>
 * In an SMS every free text is cut at {@value #SMS_TEXT} UTF-16 units, before a word,
 * with an ellipsis; dates and links are not. So the longest title cannot make an SMS of
 * more than three parts; the mail has the whole text.
 */
public final class Templates {

	/** Free text in an SMS, in UTF-16 units. */
	static final int SMS_TEXT = 70;

	private record Compiled(Template subject, Template sms, Template body) {
	}

	private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();

	private final Map<Language, String> footers = new EnumMap<>(Language.class);

	private final Template layout = Mustache.compiler().compile(TemplateSource.read("layout.html"));

	public Templates() {
		for (Language language : Language.values()) {
			this.footers.put(language, TemplateSource.read("footer." + language.tag()).strip());
		}
	}

	/**
	 * @param params plain values, lists and maps, see {@link TemplateParameters};
	 * {@link BilingualText}, {@code ZonedDateTime}, {@code LocalDate} and
	 * {@code Duration} are put into the language here. What a template names must be
	 * there; null says that there is none
	 * @throws IllegalArgumentException if there is no such template, or a param that it
	 * names is missing
	 */
	public RenderedNotice render(String template, Language language, Map<String, @Nullable Object> params) {
		Compiled words = this.compiled.computeIfAbsent(template + "." + language.tag(),
				(name) -> compile(name, language));
		Object inFull = Objects.requireNonNull(new Localizer(language, Localizer.NO_LIMIT).localize(params));
		Object inShort = Objects.requireNonNull(new Localizer(language, SMS_TEXT).localize(params));
		try {
			String subject = oneLine(words.subject().execute(inFull));
			String body = words.body().execute(inFull).replaceAll("\n{3,}", "\n\n").strip();
			return new RenderedNotice(DirectionMarks.strip(subject), plain(body, language),
					html(subject, body, language), DirectionMarks.strip(oneLine(words.sms().execute(inShort))));
		}
		catch (MustacheException ex) {
			throw new IllegalArgumentException("Template " + template + "." + language.tag() + ": " + ex.getMessage(),
					ex);
		}
	}

	private static Compiled compile(String name, Language language) {
		TemplateSource source = TemplateSource.parse(name, TemplateSource.read(name));
		Mustache.Compiler compiler = Mustache.compiler()
			.escapeHTML(false)
			.strictSections(true)
			.emptyStringIsFalse(true)
			.withLoader((partial) -> new StringReader(
					"body".equals(partial) ? source.body() : TemplateSource.read(partial + "." + language.tag())));
		return new Compiled(compiler.compile(source.subject()), compiler.compile(source.sms()),
				compiler.compile(TemplateSource.read("frame." + language.tag())));
	}

	private String plain(String body, Language language) {
		return DirectionMarks.toIsolates(body) + "\n\n-- \n" + this.footers.get(language) + "\n";
	}

	private String html(String subject, String body, Language language) {
		HtmlBody html = new HtmlBody(language);
		String font = (language == Language.AR) ? "Tahoma,Arial,sans-serif" : "Arial,Helvetica,sans-serif";
		return this.layout.execute(Map.of("lang", language.tag(), "dir", language.direction(), "align",
				(language == Language.AR) ? "right" : "left", "font", font, "subject", DirectionMarks.strip(subject),
				"heading", html.line(subject), "body", html.of(body), "footer",
				html.line(Objects.requireNonNull(this.footers.get(language)))));
	}

	private static String oneLine(String text) {
		return text.replaceAll("\\s+", " ").strip();
	}

}
