/**
 * Events that could not be handled: archived from the dead-letter topics, listed,
 * replayed and discarded by operators.
 */
@NullMarked
package org.sharaka.chassis.deadletter;

import org.jspecify.annotations.NullMarked;
