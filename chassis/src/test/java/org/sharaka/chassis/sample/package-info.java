/** A service just large enough to see the chassis at work. */
@NullMarked
package org.sharaka.chassis.sample;

import org.jspecify.annotations.NullMarked;
