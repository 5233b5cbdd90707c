/**
 * The commands deploy/up and deploy/down.
 */
@NullMarked
package org.sharaka.local.launcher;

import org.jspecify.annotations.NullMarked;
