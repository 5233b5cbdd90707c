/**
 * Checks that schemas, samples, topics and AsyncAPI documents say the same.
 */
@NullMarked
package org.sharaka.contracts;

import org.jspecify.annotations.NullMarked;
