/** The same command sent twice is executed once. */
@NullMarked
package org.sharaka.chassis.web.idempotency;

import org.jspecify.annotations.NullMarked;
