@NullMarked
package org.sharaka.registry;

import org.jspecify.annotations.NullMarked;
