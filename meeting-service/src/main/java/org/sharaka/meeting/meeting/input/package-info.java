/**
 * What is asked of meetings from outside, parsed: the same for a request and for an
 * event.
 */
@NullMarked
package org.sharaka.meeting.meeting.input;

import org.jspecify.annotations.NullMarked;
