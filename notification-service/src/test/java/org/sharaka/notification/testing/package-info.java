/** What the integration tests stand on: a mail server, an SMS centre, other services. */
@NullMarked
package org.sharaka.notification.testing;

import org.jspecify.annotations.NullMarked;
