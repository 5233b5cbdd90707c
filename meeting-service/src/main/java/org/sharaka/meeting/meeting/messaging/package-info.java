/**
 * The events of meetings as the contracts have them, and requests that come as events.
 */
@NullMarked
package org.sharaka.meeting.meeting.messaging;

import org.jspecify.annotations.NullMarked;
