/**
 * A service's own view of what other services publish.
 *
 * <p>
 * Invariants, and who guards them:
 * <ul>
 * <li>An older event never changes what a newer one wrote, in whatever order and however
 * often events arrive ({@link org.sharaka.chassis.view.SequencedView}, by a unique key
 * and by updates that are filtered on the sequence that was read).
 * <li>What an event deleted is not brought back by an older event: a marker with the
 * event's sequence remains under the id.
 * </ul>
 */
@NullMarked
package org.sharaka.chassis.view;

import org.jspecify.annotations.NullMarked;
