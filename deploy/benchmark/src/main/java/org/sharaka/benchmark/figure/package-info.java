/** Figures: repeated values, percentiles, ratios, and how they are reported. */
@NullMarked
package org.sharaka.benchmark.figure;

import org.jspecify.annotations.NullMarked;
