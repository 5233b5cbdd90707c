/** Commands over HTTP, beside the broker alone and the database alone. */
@NullMarked
package org.sharaka.benchmark.command;

import org.jspecify.annotations.NullMarked;
