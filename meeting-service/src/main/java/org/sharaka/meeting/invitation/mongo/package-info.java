/**
 * Invitations, and the progress of issuing them, in MongoDB.
 */
@NullMarked
package org.sharaka.meeting.invitation.mongo;

import org.jspecify.annotations.NullMarked;
