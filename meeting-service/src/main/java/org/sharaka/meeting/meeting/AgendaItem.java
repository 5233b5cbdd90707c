package org.sharaka.meeting.meeting;

import org.sharaka.chassis.text.BilingualText;

/** One item of an agenda. */
public record AgendaItem(BilingualText title) {
}
