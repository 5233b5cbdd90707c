/**
 * Events of meetings as the contracts describe them, and meetings that ministry systems
 * request by events.
 */
@NullMarked
package org.sharaka.meeting.meeting.messaging;

import org.jspecify.annotations.NullMarked;
