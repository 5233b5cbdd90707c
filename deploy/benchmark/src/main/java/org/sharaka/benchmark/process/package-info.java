/**
 * The processes of a run: started, measured and stopped by their own handles.
 */
@NullMarked
package org.sharaka.benchmark.process;

import org.jspecify.annotations.NullMarked;
