/**
 * The mail server, the SMS centre and the page that show what was sent, and that
 * misbehave on request.
 */
@NullMarked
package org.sharaka.local.sandbox;

import org.jspecify.annotations.NullMarked;
