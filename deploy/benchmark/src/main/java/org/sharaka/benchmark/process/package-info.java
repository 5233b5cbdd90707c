/** The processes of a run: started here, measured, and ended by their ids. */
@NullMarked
package org.sharaka.benchmark.process;

import org.jspecify.annotations.NullMarked;
