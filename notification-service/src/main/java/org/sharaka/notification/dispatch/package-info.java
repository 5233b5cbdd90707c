/**
 * Hands the notices that are due to the providers, in every instance of the service.
 */
@NullMarked
package org.sharaka.notification.dispatch;

import org.jspecify.annotations.NullMarked;
