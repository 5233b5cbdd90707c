/**
 * Meetings in MongoDB.
 */
@NullMarked
package org.sharaka.meeting.meeting.mongo;

import org.jspecify.annotations.NullMarked;
