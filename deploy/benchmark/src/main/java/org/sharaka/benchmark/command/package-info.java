/**
 * Measures commands over HTTP, next to the broker alone and the database alone.
 */
@NullMarked
package org.sharaka.benchmark.command;

import org.jspecify.annotations.NullMarked;
