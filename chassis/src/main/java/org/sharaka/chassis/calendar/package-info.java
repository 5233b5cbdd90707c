/** Calendar invitations (RFC 5545, RFC 5546). */
@NullMarked
package org.sharaka.chassis.calendar;

import org.jspecify.annotations.NullMarked;
