/** The one place where ids come from. */
@NullMarked
package org.sharaka.chassis.id;

import org.jspecify.annotations.NullMarked;
