/**
 * Checks that the schemas are compatible with those of the last release.
 */
@NullMarked
package org.sharaka.contracts.compatibility;

import org.jspecify.annotations.NullMarked;
