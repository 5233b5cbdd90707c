/**
 * Starts, watches and stops operating-system processes, and records them in a file.
 */
@NullMarked
package org.sharaka.local.launcher.process;

import org.jspecify.annotations.NullMarked;
