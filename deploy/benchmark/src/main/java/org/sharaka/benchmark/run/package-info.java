/**
 * What bounds a run: its time limit, its progress output and its clean-up.
 */
@NullMarked
package org.sharaka.benchmark.run;

import org.jspecify.annotations.NullMarked;
