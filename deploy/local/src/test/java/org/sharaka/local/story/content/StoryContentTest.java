package org.sharaka.local.story.content;

import java.time.LocalDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.sharaka.local.story.client.HttpJsonClient;

import static org.assertj.core.api.Assertions.assertThat;

class StoryContentTest {

	/** A quotation from the report, to the character. */
	private static final String REPORT = "حيث التقى بجمعية واعي، الوداد، اكتفاء ، مؤسسة سليمان الراجحي الخيرية، ، "
			+ "مؤسسة محمد وعبدالله ابراهيم السبيعي الخيرية، جمعية سيهات للخدمات الاجتماعية، مؤسسة الأمير أحمد بن سلمان "
			+ "للتنمية، ومركز التأهيل الدولي ، الحملة التوعوية الخاصة لسرطان الثدي، مجلس التنسيق بين الجمعيات الخيرية "
			+ "بمنطقة المدينةالمنورة ، مؤسسة سعفة القدوة الحسنة ، الجمعية الوطنية الخيرية للوقاية من المخدرات «وقاية»، "
			+ "والجمعية الوطنية للمتقاعدين.";

	@Test
	void everyCharityHasTheNameThatTheReportPrints() {
		assertThat(Charities.ALL).hasSize(13).allSatisfy(body -> assertThat(REPORT).contains(body.name().ar()));
		assertThat(Charities.ALL).extracting(body -> body.name().ar()).doesNotHaveDuplicates();
		assertThat(Charities.ALL).extracting(Charity::slug).doesNotHaveDuplicates();
		assertThat(Charities.ALL).flatExtracting(Charity::contacts)
			.extracting(Charity.Contact::phone)
			.doesNotHaveDuplicates()
			.allMatch(phone -> phone.matches("\\+9665000000\\d\\d"));
		assertThat(Charities.ALL).flatExtracting(Charity::contacts)
			.extracting(Charity.Contact::email)
			.allMatch(email -> email.endsWith(".test"));
	}

	@Test
	void charitiesNotifiedInEnglishHaveAnEnglishName() {
		List<Charity> english = Charities.ALL.stream()
			.filter(body -> body.contacts().getFirst().language().equals("en"))
			.toList();
		assertThat(english).hasSize(3).allSatisfy(body -> assertThat(body.name().en()).isNotBlank());
	}

	@Test
	void countsTheCharitiesThatAMeetingInvites() {
		assertThat(Charities.count(RequestBodies.WORKSHOP_KINDS, RequestBodies.WORKSHOP_FIELDS)).isEqualTo(6);
		assertThat(Charities.count(RequestBodies.CIRCLE_KINDS, List.of())).isEqualTo(4);
	}

	@Test
	void applicationFollowsTheContract() {
		JsonNode application = HttpJsonClient.JSON.valueToTree(Charities.ALL.get(11));
		assertThat(application).isEqualTo(HttpJsonClient.JSON.readTree("""
				{"kind": "ASSOCIATION", "name": {"ar": "الجمعية الوطنية الخيرية للوقاية من المخدرات «وقاية»"},
				 "fields": ["C"], "region": "SA-01", "contacts": [{
				   "name": "ممثل الجمعية الوطنية الخيرية للوقاية من المخدرات «وقاية»", "role": "REPRESENTATIVE",
				   "email": "representative@wiqaya.test", "phone": "+966500000012", "language": "ar",
				   "channels": ["EMAIL", "SMS"]}]}
				"""));
	}

	@Test
	void meetingFollowsTheContract() {
		JsonNode workshop = HttpJsonClient.JSON
			.valueToTree(RequestBodies.workshop(LocalDateTime.parse("2026-12-02T10:00:00")));
		assertThat(workshop.path("type").asString()).isEqualTo("WORKSHOP");
		assertThat(workshop.path("startsAt").asString()).isEqualTo("2026-12-02T10:00:00");
		assertThat(workshop.path("zone").asString()).isEqualTo("Asia/Riyadh");
		assertThat(workshop.path("invite")).isEqualTo(HttpJsonClient.JSON.readTree("""
				{"kinds": ["ASSOCIATION", "CAMPAIGN"], "fields": ["C", "D"]}"""));
		assertThat(workshop.path("venue").path("text").path("ar").asString()).isNotBlank();
		assertThat(workshop.path("agenda").get(0).path("title").path("ar").asString()).isNotBlank();
	}

}
