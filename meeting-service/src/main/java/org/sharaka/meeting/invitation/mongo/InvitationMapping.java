package org.sharaka.meeting.invitation.mongo;

import org.bson.Document;
import org.sharaka.chassis.mongo.DocumentMapper;
import org.sharaka.chassis.mongo.TextCodec;
import org.sharaka.chassis.outbox.AggregateMapping;
import org.sharaka.chassis.outbox.NewEvent;
import org.sharaka.meeting.invitation.Invitation;
import org.sharaka.meeting.invitation.InvitationEvent;
import org.sharaka.meeting.invitation.WithdrawalReason;
import org.sharaka.meeting.invitation.messaging.InvitationEventMapper;

/** An invitation's document has the components of {@link Invitation}. */
final class InvitationMapping implements AggregateMapping<Invitation, InvitationEvent> {

	private static final DocumentMapper MAPPER = new DocumentMapper(
			new TextCodec<>(WithdrawalReason.class, WithdrawalReason::code, WithdrawalReason::new));

	@Override
	public Document toDocument(Invitation invitation) {
		Document document = MAPPER.toDocument(invitation);
		document.remove("id");
		document.remove("version");
		return document;
	}

	@Override
	public Invitation fromDocument(Document document) {
		return MAPPER.fromDocument(new Document(document).append("id", document.getString("_id")), Invitation.class);
	}

	@Override
	public NewEvent toEvent(Invitation after, InvitationEvent event) {
		return InvitationEventMapper.toEvent(after, event);
	}

}
