/** {@code deploy/bench}: what the services do, beside what they could do at most. */
@NullMarked
package org.sharaka.benchmark;

import org.jspecify.annotations.NullMarked;
