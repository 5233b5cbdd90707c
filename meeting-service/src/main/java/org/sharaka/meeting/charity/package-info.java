/**
 * This service's own view of the charities, kept from their events.
 *
 * <p>
 * It holds the latest state of each charity, ordered by {@code sequence}: an older event,
 * or one that is delivered twice, changes nothing. It holds nothing else, so it can be
 * dropped and built again from the compacted topic {@code partnership.charities}.
 */
@NullMarked
package org.sharaka.meeting.charity;

import org.jspecify.annotations.NullMarked;
