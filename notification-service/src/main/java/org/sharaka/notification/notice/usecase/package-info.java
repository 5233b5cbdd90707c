/** What this service does with events and receipts: it creates and updates notices. */
@NullMarked
package org.sharaka.notification.notice.usecase;

import org.jspecify.annotations.NullMarked;
