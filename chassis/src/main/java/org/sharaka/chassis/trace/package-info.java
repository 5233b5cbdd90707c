/** W3C trace context, from the request to the event and on. */
@NullMarked
package org.sharaka.chassis.trace;

import org.jspecify.annotations.NullMarked;
