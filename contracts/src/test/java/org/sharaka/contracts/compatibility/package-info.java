/**
 * Grades what changed in a schema since its last release.
 */
@NullMarked
package org.sharaka.contracts.compatibility;

import org.jspecify.annotations.NullMarked;
