package org.sharaka.notification.delivery.sms;

import java.time.ZoneId;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharaka.chassis.text.Language;
import org.sharaka.notification.delivery.sms.SmsText.Encoding;
import org.sharaka.notification.template.EventFixtures;
import org.sharaka.notification.template.RenderedNotice;
import org.sharaka.notification.template.TemplateParameters;
import org.sharaka.notification.template.Templates;

import static org.assertj.core.api.Assertions.assertThat;

class SmsLengthOfNoticesTest {

	private final Templates templates = new Templates();

	private final TemplateParameters params = new TemplateParameters(ZoneId.of("Asia/Riyadh"));

	static Stream<String> everyTemplate() {
		return EventFixtures.TEMPLATES.stream();
	}

	@ParameterizedTest
	@MethodSource("everyTemplate")
	void usualTextsTakeAtMostTwoPartsInArabicAndOneOrTwoInEnglish(String template) {
		assertThat(sms(template, Language.AR, false).parts().size()).isLessThanOrEqualTo(2);
		SmsText english = sms(template, Language.EN, false);
		assertThat(english.encoding()).isEqualTo(Encoding.GSM7);
		assertThat(english.parts()).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("everyTemplate")
	void evenTheLongestTextsTakeAtMostThree(String template) {
		assertThat(sms(template, Language.AR, true).parts().size()).isLessThanOrEqualTo(3);
		assertThat(sms(template, Language.EN, true).parts().size()).isLessThanOrEqualTo(3);
	}

	private SmsText sms(String template, Language language, boolean isLong) {
		RenderedNotice rendered = this.templates.render(template, language, this.params.of(template,
				isLong ? EventFixtures.withTextsOf(400, template) : EventFixtures.full(template), null));
		return SmsText.of(rendered.sms(), 0);
	}

}
