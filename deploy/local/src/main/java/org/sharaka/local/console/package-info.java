/**
 * What the launcher and the opening story print to the terminal.
 */
@NullMarked
package org.sharaka.local.console;

import org.jspecify.annotations.NullMarked;
