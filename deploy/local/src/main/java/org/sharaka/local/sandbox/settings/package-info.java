/**
 * The sandbox's settings, read from environment variables.
 */
@NullMarked
package org.sharaka.local.sandbox.settings;

import org.jspecify.annotations.NullMarked;
