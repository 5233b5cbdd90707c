/** The events of the charities, as this service takes them in. */
@NullMarked
package org.sharaka.meeting.charity.messaging;

import org.jspecify.annotations.NullMarked;
