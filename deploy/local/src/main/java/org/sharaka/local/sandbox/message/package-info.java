/**
 * The messages that the sandbox has received.
 */
@NullMarked
package org.sharaka.local.sandbox.message;

import org.jspecify.annotations.NullMarked;
