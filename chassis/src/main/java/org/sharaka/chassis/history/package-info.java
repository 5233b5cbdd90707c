/**
 * What aggregates were in the past: the state after each event, who caused it, when it
 * was recorded and from when on it holds.
 */
@NullMarked
package org.sharaka.chassis.history;

import org.jspecify.annotations.NullMarked;
