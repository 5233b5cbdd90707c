/** W3C Trace Context from requests to events and on, with Micrometer Tracing. */
@NullMarked
package org.sharaka.chassis.trace;

import org.jspecify.annotations.NullMarked;
