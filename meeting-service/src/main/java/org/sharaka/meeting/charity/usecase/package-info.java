/** What this service does with its view of the charities. */
@NullMarked
package org.sharaka.meeting.charity.usecase;

import org.jspecify.annotations.NullMarked;
