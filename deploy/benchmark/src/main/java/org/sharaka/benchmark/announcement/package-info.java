/**
 * Measures an announcement to thousands of contacts, next to smtp-source.
 */
@NullMarked
package org.sharaka.benchmark.announcement;

import org.jspecify.annotations.NullMarked;
