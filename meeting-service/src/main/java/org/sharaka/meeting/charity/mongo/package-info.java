/** The view of the charities in MongoDB. */
@NullMarked
package org.sharaka.meeting.charity.mongo;

import org.jspecify.annotations.NullMarked;
