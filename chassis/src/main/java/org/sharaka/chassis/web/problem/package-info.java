/** RFC 9457 problem details in Arabic and English. */
@NullMarked
package org.sharaka.chassis.web.problem;

import org.jspecify.annotations.NullMarked;
