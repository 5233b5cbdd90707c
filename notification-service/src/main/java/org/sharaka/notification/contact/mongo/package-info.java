/**
 * The contacts in MongoDB.
 */
@NullMarked
package org.sharaka.notification.contact.mongo;

import org.jspecify.annotations.NullMarked;
