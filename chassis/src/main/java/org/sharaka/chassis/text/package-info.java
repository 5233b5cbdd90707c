/** Text in the product's two languages, free of any framework. */
@NullMarked
package org.sharaka.chassis.text;

import org.jspecify.annotations.NullMarked;
