/**
 * Meetings over HTTP.
 */
@NullMarked
package org.sharaka.meeting.meeting.web;

import org.jspecify.annotations.NullMarked;
