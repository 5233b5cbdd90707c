/**
 * The SMTP server, and how a received email is parsed.
 */
@NullMarked
package org.sharaka.local.sandbox.email;

import org.jspecify.annotations.NullMarked;
