/** What a history resource says about each entry. */
@NullMarked
package org.sharaka.chassis.web.history;

import org.jspecify.annotations.NullMarked;
