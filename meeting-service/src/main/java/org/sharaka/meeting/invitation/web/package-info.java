/**
 * Invitations over HTTP.
 */
@NullMarked
package org.sharaka.meeting.invitation.web;

import org.jspecify.annotations.NullMarked;
