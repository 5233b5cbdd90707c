/**
 * Handing one notice to one provider, and what may come of it. Nothing here knows of
 * events, contacts or the database.
 */
@NullMarked
package org.sharaka.notification.delivery;

import org.jspecify.annotations.NullMarked;
