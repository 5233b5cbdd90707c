/**
 * Measured values, percentiles and ratios, and the report that lists them.
 */
@NullMarked
package org.sharaka.benchmark.figure;

import org.jspecify.annotations.NullMarked;
