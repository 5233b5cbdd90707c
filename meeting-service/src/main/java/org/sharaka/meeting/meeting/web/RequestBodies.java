package org.sharaka.meeting.meeting.web;

import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.BilingualText;
import org.sharaka.meeting.charity.Field;
import org.sharaka.meeting.charity.Kind;
import org.sharaka.meeting.meeting.AgendaItem;
import org.sharaka.meeting.meeting.MeetingType;

/**
 * What the bodies of requests look like, for the OpenAPI document only; they are read by
 * the forms of the package {@code input}.
 */
final class RequestBodies {

	static final String MEETING_EXAMPLE = """
			{"type": "RECEPTION", "title": {"ar": "لقاء الوزير برؤساء الجمعيات", "en": "The Minister's reception"},
			 "startsAt": "2027-06-01T10:00:00", "zone": "Asia/Riyadh", "durationMinutes": 90,
			 "venue": {"text": {"ar": "القاعة الكبرى"}}, "chair": "معالي الوزير",
			 "invite": {"kinds": ["ASSOCIATION"], "regions": ["SA-01"]},
			 "agenda": [{"title": {"ar": "كلمة الافتتاح"}}]}""";

	private RequestBodies() {
	}

	@Schema(name = "MeetingRequest",
			requiredProperties = { "type", "title", "startsAt", "zone", "durationMinutes", "venue", "chair", "invite" })
	record Meeting(MeetingType type, BilingualText title,
			@Schema(description = "Wall clock at the place, in the future, within ten years",
					example = "2027-06-01T10:00:00") String startsAt,
			@Schema(description = "An IANA zone", example = "Asia/Riyadh") String zone,
			@Schema(minimum = "1", maximum = "43200") int durationMinutes, MeetingResponse.VenueResponse venue,
			@Schema(maxLength = 300) String chair, Invite invite,
			@Schema(minimum = "1", maximum = "100000") @Nullable Integer capacity, @Nullable List<AgendaItem> agenda) {
	}

	@Schema(name = "Invite", description = "Charities by id, and registered ones that match every list that is given;"
			+ " 5,000 at most together")
	record Invite(@Nullable List<String> charities, @Nullable Set<Kind> kinds, @Nullable Set<Field> fields,
			@Schema(description = "ISO 3166-2", example = "[\"SA-01\"]") @Nullable Set<String> regions) {
	}

	@Schema(name = "Reschedule", requiredProperties = { "startsAt", "zone", "reason" })
	record Reschedule(@Schema(example = "2027-06-01T11:00:00") String startsAt,
			@Schema(example = "Asia/Riyadh") String zone,
			@Schema(description = "As before if absent") @Nullable Integer durationMinutes, BilingualText reason) {
	}

	@Schema(name = "Cancel")
	record Cancel(@Nullable BilingualText reason) {
	}

	@Schema(name = "Answer", requiredProperties = "status")
	record Answer(@Schema(allowableValues = {
			"ACCEPTED", "DECLINED", "TENTATIVE" }) String status,
			@Schema(description = "Who comes; at most 100") @Nullable List<InvitationResponse.Delegate> delegates){
	}

}
