/** The smallest service that uses the chassis. */
@NullMarked
package org.sharaka.chassis.sample;

import org.jspecify.annotations.NullMarked;
