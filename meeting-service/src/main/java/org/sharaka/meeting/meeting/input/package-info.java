/**
 * Reads what it takes to schedule and change meetings out of JSON. Requests over HTTP and
 * events have the same form.
 */
@NullMarked
package org.sharaka.meeting.meeting.input;

import org.jspecify.annotations.NullMarked;
