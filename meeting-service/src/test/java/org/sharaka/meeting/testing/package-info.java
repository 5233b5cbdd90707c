/** What the tests of this service share. */
@NullMarked
package org.sharaka.meeting.testing;

import org.jspecify.annotations.NullMarked;
