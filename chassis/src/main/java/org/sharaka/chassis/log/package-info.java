/** Keeps personal data out of the logs. */
@NullMarked
package org.sharaka.chassis.log;

import org.jspecify.annotations.NullMarked;
