/**
 * The texts of problems, input errors and refusals in both languages. Used by the HTTP
 * interfaces and by the handlers of events.
 */
@NullMarked
package org.sharaka.chassis.message;

import org.jspecify.annotations.NullMarked;
