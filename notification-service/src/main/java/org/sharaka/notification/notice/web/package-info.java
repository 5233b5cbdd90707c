/**
 * Notices and providers over HTTP, to read.
 */
@NullMarked
package org.sharaka.notification.notice.web;

import org.jspecify.annotations.NullMarked;
