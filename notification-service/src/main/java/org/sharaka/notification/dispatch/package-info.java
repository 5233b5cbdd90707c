/**
 * Leases the notices that are due and hands them to the providers. It runs in every
 * instance of the service.
 */
@NullMarked
package org.sharaka.notification.dispatch;

import org.jspecify.annotations.NullMarked;
