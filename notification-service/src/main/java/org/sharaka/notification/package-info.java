@NullMarked
package org.sharaka.notification;

import org.jspecify.annotations.NullMarked;
