package org.sharaka.registry.charity.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.bson.Document;
import org.sharaka.registry.charity.CharityEvent;
import org.sharaka.registry.charity.CharityStatus;
import org.sharaka.registry.charity.HistoryEntry;
import org.sharaka.registry.charity.messaging.CharityContract;

/**
 * An entry of a charity's history, kept in its document so that it is written with the
 * change that it tells of.
 */
final class HistoryDocument {

	private HistoryDocument() {
	}

	static Document of(CharityEvent event, String by, Instant at) {
		Document document = new Document("version", event.charity().version()).append("at", Date.from(at))
			.append("event", CharityContract.nameOf(event))
			.append("by", by)
			.append("status", event.charity().status().name());
		if (event instanceof CharityEvent.Decided decided) {
			document.append("decision", CharityDocument.decision(decided.decision()));
		}
		if (event instanceof CharityEvent.Updated updated) {
			document.append("changed", updated.parts().stream().map(Enum::name).toList());
		}
		return document;
	}

	static HistoryEntry read(Document document) {
		Document decision = document.get("decision", Document.class);
		return new HistoryEntry(document.getLong("version"), document.getDate("at").toInstant(),
				document.getString("event"), document.getString("by"),
				CharityStatus.valueOf(document.getString("status")),
				(decision != null) ? CharityDocument.decision(decision) : null,
				document.getList("changed", String.class, List.of()));
	}

}
