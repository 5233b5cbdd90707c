/**
 * The activities that concern invitations, one class each.
 */
@NullMarked
package org.sharaka.meeting.invitation.usecase;

import org.jspecify.annotations.NullMarked;
