/**
 * What both views share: an older event changes nothing.
 */
@NullMarked
package org.sharaka.notification.view;

import org.jspecify.annotations.NullMarked;
