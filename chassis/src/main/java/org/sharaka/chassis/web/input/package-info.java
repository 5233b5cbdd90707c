/** Parsing of JSON that came from outside, collecting every error. */
@NullMarked
package org.sharaka.chassis.web.input;

import org.jspecify.annotations.NullMarked;
