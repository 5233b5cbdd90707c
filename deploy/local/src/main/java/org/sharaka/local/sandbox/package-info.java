/**
 * A mail server and an SMS centre that deliver to a web page instead of to people.
 */
@NullMarked
package org.sharaka.local.sandbox;

import org.jspecify.annotations.NullMarked;
