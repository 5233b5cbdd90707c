/**
 * Events that could not be handled: kept in the dead-letter topic, listed, replayed and
 * discarded by people.
 */
@NullMarked
package org.sharaka.chassis.deadletter;

import org.jspecify.annotations.NullMarked;
