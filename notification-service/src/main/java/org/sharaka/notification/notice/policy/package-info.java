/**
 * Which events are told to whom, how, how urgently and until when.
 */
@NullMarked
package org.sharaka.notification.notice.policy;

import org.jspecify.annotations.NullMarked;
