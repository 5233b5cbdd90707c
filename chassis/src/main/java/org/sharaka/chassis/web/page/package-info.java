/** Lists in pages, with opaque cursors. */
@NullMarked
package org.sharaka.chassis.web.page;

import org.jspecify.annotations.NullMarked;
