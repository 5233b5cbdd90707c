/** What every operation's documentation says. */
@NullMarked
package org.sharaka.chassis.web.openapi;

import org.jspecify.annotations.NullMarked;
