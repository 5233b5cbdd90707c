/**
 * The activities that concern a meeting, one class each.
 */
@NullMarked
package org.sharaka.meeting.meeting.usecase;

import org.jspecify.annotations.NullMarked;
