/**
 * The view of the charities in MongoDB.
 */
@NullMarked
package org.sharaka.notification.charity.mongo;

import org.jspecify.annotations.NullMarked;
