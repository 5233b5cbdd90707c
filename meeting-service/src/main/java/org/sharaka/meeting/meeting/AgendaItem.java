package org.sharaka.meeting.meeting;

import org.sharaka.chassis.text.BilingualText;

/**
 * One item of an agenda.
 *
 * @param id stays the same when the agenda is changed
 */
public record AgendaItem(String id, BilingualText title) {
}
