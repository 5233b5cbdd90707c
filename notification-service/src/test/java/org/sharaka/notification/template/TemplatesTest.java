package org.sharaka.notification.template;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.samskivert.mustache.Mustache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharaka.chassis.text.Language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TemplatesTest {

	private final Templates templates = new Templates();

	private final TemplateParameters params = new TemplateParameters(ZoneId.of("Asia/Riyadh"));

	static Stream<Arguments> everyTemplateAndLanguage() {
		return EventFixtures.TEMPLATES.stream()
			.flatMap((name) -> Stream.of(Language.values()).map((language) -> Arguments.of(name, language)));
	}

	static Stream<String> everyTemplate() {
		return EventFixtures.TEMPLATES.stream();
	}

	@ParameterizedTest
	@MethodSource("everyTemplateAndLanguage")
	void rendersWithEverythingAndWithOnlyWhatMustBeThere(String name, Language language) {
		for (Map<String, Object> data : Stream.of(EventFixtures.full(name), EventFixtures.bare(name)).toList()) {
			RenderedNotice rendered = this.templates.render(name, language, this.params.of(name, data, null));
			assertThat(Stream.of(rendered.subject(), rendered.text(), rendered.html(), rendered.sms()))
				.allSatisfy((text) -> assertThat(text).isNotBlank().doesNotContain("{{", "null", "\uFDD0", "\uFDD3"));
			assertThat(rendered.subject() + rendered.sms()).doesNotContain("\n", "\u2067", "\u2068");
			assertThat(rendered.html()).contains("<html lang=\"" + language.tag() + "\" dir=\"" + language.direction(),
					"<body lang=\"" + language.tag() + "\" dir=\"" + language.direction());
		}
	}

	@ParameterizedTest
	@MethodSource("everyTemplate")
	void bothLanguagesSayTheSameThings(String name) {
		assertThat(variablesOf(name, Language.EN)).isEqualTo(variablesOf(name, Language.AR));
	}

	private static Set<String> variablesOf(String name, Language language) {
		Set<String> variables = new TreeSet<>();
		Mustache.compiler()
			.withLoader((partial) -> new java.io.StringReader(TemplateSource.read(partial + "." + language.tag())))
			.compile(TemplateSource.parse(name, TemplateSource.read(name + "." + language.tag())).body())
			.visit(new Mustache.Visitor() {
				@Override
				public void visitText(String text) {
				}

				@Override
				public void visitVariable(String variable) {
					variables.add(variable);
				}

				@Override
				public boolean visitInclude(String include) {
					variables.add(">" + include);
					return true;
				}

				@Override
				public boolean visitSection(String section) {
					variables.add("#" + section);
					return true;
				}

				@Override
				public boolean visitInvertedSection(String section) {
					variables.add("^" + section);
					return true;
				}
			});
		variables.remove("meeting.type");
		variables.remove("charity.name");
		return variables;
	}

	@Test
	void refusesAMissingParamAndAnUnknownTemplate() {
		Map<String, Object> data = EventFixtures.full("meeting-cancelled");
		var lacking = this.params.of("meeting-cancelled", data, null);
		lacking.remove("reason");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.templates.render("meeting-cancelled", Language.AR, lacking))
			.withMessageContaining("reason");
		assertThatIllegalArgumentException().isThrownBy(() -> this.templates.render("no-such", Language.AR, Map.of()));
	}

	@Test
	void writesArabicToTheCharacter() {
		RenderedNotice rendered = render("invitation-issued", Language.AR, EventFixtures.full("invitation-issued"));
		assertThat(rendered.subject()).isEqualTo("دعوة إلى حلقة نقاش: تنمية القطاع غير الربحي");
		assertThat(rendered.sms())
			.isEqualTo("دعوة إلى حلقة نقاش «تنمية القطاع غير الربحي»، الثلاثاء 1/12/2026، 10:00 ص بتوقيت الرياض.");
		assertThat(rendered.text())
			.startsWith("السادة في جمعية البر الأهلية المحترمون،\n\nالسلام عليكم ورحمة الله وبركاته،")
			.contains("التاريخ: الثلاثاء 1 ديسمبر 2026 (21 جمادى الآخرة 1448هـ)")
			.contains("المدة: ساعة و30 دقيقة")
			.contains("- الافتتاح\n- المبادرات");
	}

	@Test
	void isolatesLatinRunsLinksAndNumbersInsideArabic() {
		String html = render("invitation-issued", Language.AR, EventFixtures.full("invitation-issued")).html();
		assertThat(html).contains("التاريخ: الثلاثاء <bdi dir=\"ltr\">1</bdi> ديسمبر <bdi dir=\"ltr\">2026</bdi>")
			.contains("(<bdi dir=\"ltr\">UTC+3</bdi>)")
			.contains("<bdi dir=\"ltr\"><a href=\"https://meet.sharaka.test/r?a=1&amp;b=2\"");
	}

	@Test
	void fallsBackToIsolatedArabicWhereEnglishIsMissing() {
		RenderedNotice rendered = render("announcement", Language.EN, EventFixtures.bare("announcement"));
		assertThat(rendered.subject()).isEqualTo("لقاء الشركاء");
		assertThat(rendered.text()).contains("\u2067نص الإعلان\u2069\n\n\u2067وفقرته الثانية\u2069");
		assertThat(rendered.html()).contains(
				"<p lang=\"ar\" dir=\"rtl\" style=\"margin:0 0 14px;text-align:right;\"><bdi lang=\"ar\" dir=\"rtl\">"
						+ "نص الإعلان</bdi></p>");
		assertThat(rendered.sms()).isEqualTo("لقاء الشركاء: نص الإعلان وفقرته الثانية");
	}

	@Test
	void escapesValuesInHtmlAndNotInText() {
		Map<String, Object> data = Map.of("title", EventFixtures.bilingual("أ & ب", null), "text",
				EventFixtures.bilingual("<script>alert(\"x\")</script> و{{title}}", null));
		RenderedNotice rendered = render("announcement", Language.AR, data);
		assertThat(rendered.html()).doesNotContain("<script")
			.contains("أ &amp; ب", "&lt;<bdi dir=\"ltr\">script</bdi>&gt;", "{{<bdi dir=\"ltr\">title</bdi>}}");
		assertThat(rendered.text()).contains("<script>alert(\"x\")</script> و{{title}}");
		assertThat(rendered.sms()).startsWith("أ & ب: <script>");
	}

	private RenderedNotice render(String name, Language language, Map<String, Object> data) {
		return this.templates.render(name, language, this.params.of(name, data, EventFixtures.NAME));
	}

}
