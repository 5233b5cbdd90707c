/**
 * Which events are told to whom, how, how urgently and until when.
 */
@NullMarked
package org.sharaka.notification.policy;

import org.jspecify.annotations.NullMarked;
