@NullMarked
package org.sharaka.meeting;

import org.jspecify.annotations.NullMarked;
