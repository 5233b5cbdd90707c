/**
 * This service's own view of the charities' contacts, kept from
 * {@code partnership.contacts}: the only place of this service with personal data.
 */
@NullMarked
package org.sharaka.notification.contact;

import org.jspecify.annotations.NullMarked;
