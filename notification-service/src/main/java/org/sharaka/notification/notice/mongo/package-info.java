/**
 * Notices, requests, waiting notices and receipts in MongoDB.
 */
@NullMarked
package org.sharaka.notification.notice.mongo;

import org.jspecify.annotations.NullMarked;
