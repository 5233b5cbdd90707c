/** Versions of resources as entity tags (RFC 9110). */
@NullMarked
package org.sharaka.chassis.web.version;

import org.jspecify.annotations.NullMarked;
