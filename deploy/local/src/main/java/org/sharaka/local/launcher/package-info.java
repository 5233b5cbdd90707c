/**
 * Starts, watches and stops every process of the suite on one machine.
 */
@NullMarked
package org.sharaka.local.launcher;

import org.jspecify.annotations.NullMarked;
