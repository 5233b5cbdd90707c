/** An announcement to thousands of contacts, beside smtp-source. */
@NullMarked
package org.sharaka.benchmark.announcement;

import org.jspecify.annotations.NullMarked;
