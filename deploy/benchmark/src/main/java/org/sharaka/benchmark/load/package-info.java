/**
 * Generates load: concurrent callers, and the events that they cause.
 */
@NullMarked
package org.sharaka.benchmark.load;

import org.jspecify.annotations.NullMarked;
