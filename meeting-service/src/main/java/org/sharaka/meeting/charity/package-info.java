/**
 * This service's own view of the charities, learned from their events.
 *
 * <p>
 * The collection {@code charities} holds the last state of each charity that has arrived,
 * guarded by its {@code sequence}: an older event, or one that comes twice, changes
 * nothing. It holds nothing else, so it can be dropped and learned again from the
 * compacted topic {@code partnership.charities}.
 */
@NullMarked
package org.sharaka.meeting.charity;

import org.jspecify.annotations.NullMarked;
