package org.sharaka.chassis.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a zone for a span of time (VTIMEZONE), taken from the JDK like all other
 * times of the service: ical4j's own copy has another date and looks for updates on the
 * network.
 */
final class ZoneDefinition {

	private static final LocalDateTime EARLIEST_CHANGE = LocalDateTime.of(1970, 1, 1, 0, 0);

	private ZoneDefinition() {
	}

	/**
	 * Describes the changes from two before the span, so that winter and summer time are
	 * both included, to one after it.
	 */
	static VTimeZone of(ZoneId zone, Instant first, Instant last) {
		VTimeZone definition = new VTimeZone();
		definition.add(new TzId(zone.getId()));
		ZoneRules rules = zone.getRules();
		List<ZoneOffsetTransition> changes = changes(rules, first, last);
		if (changes.isEmpty() || changes.getFirst().getInstant().isAfter(first)) {
			ZoneOffset offset = rules.getOffset(first);
			definition.add(describe(new Standard(), EARLIEST_CHANGE, offset, offset));
		}
		for (ZoneOffsetTransition change : changes) {
			Observance observance = rules.isDaylightSavings(change.getInstant()) ? new Daylight() : new Standard();
			definition.add(describe(observance, change.getDateTimeBefore(), change.getOffsetBefore(),
					change.getOffsetAfter()));
		}
		return definition;
	}

	private static List<ZoneOffsetTransition> changes(ZoneRules rules, Instant first, Instant last) {
		List<ZoneOffsetTransition> changes = new ArrayList<>();
		// a change at the very start of the span counts as before it
		ZoneOffsetTransition before = rules.previousTransition(first.plusNanos(1));
		if (isRecent(before)) {
			ZoneOffsetTransition earlier = rules.previousTransition(before.getInstant());
			if (isRecent(earlier)) {
				changes.add(earlier);
			}
			changes.add(before);
		}
		ZoneOffsetTransition next = rules.nextTransition(first);
		while (next != null) {
			changes.add(next);
			next = next.getInstant().isAfter(last) ? null : rules.nextTransition(next.getInstant());
		}
		return changes;
	}

	/**
	 * Older changes ended local mean time, whose offsets have seconds, which some
	 * calendars cannot read.
	 */
	private static boolean isRecent(@Nullable ZoneOffsetTransition change) {
		return change != null && change.getDateTimeAfter().isAfter(EARLIEST_CHANGE);
	}

	private static Observance describe(Observance observance, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
		observance.add(new DtStart<>(from));
		observance.add(new TzOffsetFrom(before));
		observance.add(new TzOffsetTo(after));
		return observance;
	}

}
