/** What may stand in a log: nothing that came from a person. */
@NullMarked
package org.sharaka.chassis.log;

import org.jspecify.annotations.NullMarked;
