/**
 * Hands one notice to one provider and reports the result. This package does not depend
 * on events, contacts or the database.
 */
@NullMarked
package org.sharaka.notification.delivery;

import org.jspecify.annotations.NullMarked;
