package org.sharaka.meeting.meeting.mongo;

import java.util.Date;
import java.util.List;

import org.bson.Document;
import org.sharaka.meeting.meeting.Invitation;
import org.sharaka.meeting.meeting.InvitationStatus;
import org.sharaka.meeting.meeting.WithdrawalReason;

/**
 * An invitation in its meeting's document: {@code charityId}, {@code charityVersion},
 * {@code status}, and where there are any {@code delegates}, {@code answeredAt},
 * {@code withdrawal}.
 */
final class InvitationDocument {

	private InvitationDocument() {
	}

	static Document of(Invitation invitation) {
		Document document = new Document("charityId", invitation.charityId())
			.append("charityVersion", invitation.charityVersion())
			.append("status", invitation.status().name());
		if (!invitation.delegates().isEmpty()) {
			document.append("delegates", invitation.delegates());
		}
		if (invitation.answeredAt() != null) {
			document.append("answeredAt", Date.from(invitation.answeredAt()));
		}
		if (invitation.withdrawal() != null) {
			document.append("withdrawal", invitation.withdrawal().name());
		}
		return document;
	}

	static Invitation toInvitation(Document document) {
		Date answeredAt = document.getDate("answeredAt");
		String withdrawal = document.getString("withdrawal");
		return new Invitation(document.getString("charityId"), document.getLong("charityVersion"),
				InvitationStatus.valueOf(document.getString("status")),
				document.getList("delegates", String.class, List.of()),
				(answeredAt != null) ? answeredAt.toInstant() : null,
				(withdrawal != null) ? WithdrawalReason.valueOf(withdrawal) : null);
	}

}
