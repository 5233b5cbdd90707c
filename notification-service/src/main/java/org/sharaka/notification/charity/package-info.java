/**
 * This service's own view of the charities, kept from {@code partnership.charities}: whom
 * an announcement addresses, and by which name a charity is called.
 */
@NullMarked
package org.sharaka.notification.charity;

import org.jspecify.annotations.NullMarked;
