/**
 * Events of invitations as the contracts describe them.
 */
@NullMarked
package org.sharaka.meeting.invitation.messaging;

import org.jspecify.annotations.NullMarked;
