@NullMarked
package org.sharaka.chassis.mongo;

import org.jspecify.annotations.NullMarked;
