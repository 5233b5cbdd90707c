/**
 * The command deploy/bench.
 */
@NullMarked
package org.sharaka.benchmark;

import org.jspecify.annotations.NullMarked;
