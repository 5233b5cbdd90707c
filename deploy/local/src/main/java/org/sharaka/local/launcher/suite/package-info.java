/**
 * Which processes make up the suite, and how each of them is started.
 */
@NullMarked
package org.sharaka.local.launcher.suite;

import org.jspecify.annotations.NullMarked;
