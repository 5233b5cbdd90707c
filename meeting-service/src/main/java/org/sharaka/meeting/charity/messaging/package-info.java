/** The events of the charities, as this service consumes them. */
@NullMarked
package org.sharaka.meeting.charity.messaging;

import org.jspecify.annotations.NullMarked;
