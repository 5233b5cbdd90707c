/**
 * Events in, turned into requests, audiences and changes of the views.
 */
@NullMarked
package org.sharaka.notification.notice.messaging;

import org.jspecify.annotations.NullMarked;
