/** The views of meetings and invitations in MongoDB. */
@NullMarked
package org.sharaka.notification.meeting.mongo;

import org.jspecify.annotations.NullMarked;
